package org.collab.ot;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of formatting: {@code {"bold":true,"link":"https://…"}}.
 *
 * <p>Keys are kept sorted, values in one canonical form, so two maps are equal exactly when their JSON
 * is. A key with the value null says "remove this format" on a retain. Equal maps may be one object;
 * compare with {@code equals}.
 */
public final class Attributes {

    /** No formatting. */
    public static final Attributes EMPTY = new Attributes(new String[0], new Object[0]);

    private final String[] keys;
    private final @Nullable Object[] values;
    private final int hash;

    private Attributes(String[] keys, @Nullable Object[] values) {
        this.keys = keys;
        this.values = values;
        this.hash = 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
    }

    /** The attributes of a map whose values are JSON values; null values are kept. */
    public static Attributes of(Map<String, ? extends @Nullable Object> map) {
        if (map.isEmpty()) {
            return EMPTY;
        }
        Map<String, @Nullable Object> sorted = new TreeMap<>(map);
        sorted.replaceAll((key, value) -> JsonValues.canonical(value));
        return ofSorted(sorted);
    }

    /** A single attribute. */
    public static Attributes of(String key, @Nullable Object value) {
        return new Attributes(new String[] {key}, new @Nullable Object[] {JsonValues.canonical(value)});
    }

    /** The attributes of a map that {@link JsonValues} or a reader has made. */
    static Attributes ofCanonical(Map<?, ?> map) {
        String[] keys = new String[map.size()];
        @Nullable Object[] values = new @Nullable Object[keys.length];
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            keys[i] = (String) entry.getKey();
            values[i++] = entry.getValue();
        }
        return i == 0 ? EMPTY : new Attributes(keys, values);
    }

    private static Attributes ofSorted(Map<String, @Nullable Object> sorted) {
        if (sorted.isEmpty()) {
            return EMPTY;
        }
        return new Attributes(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray());
    }

    public boolean isEmpty() {
        return keys.length == 0;
    }

    public int size() {
        return keys.length;
    }

    /** Whether the key is there, be it with the value null. */
    public boolean has(String key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /** The value, or null where the key is missing or says "remove this format". */
    public @Nullable Object get(String key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? null : values[at];
    }

    /** An unmodifiable view with sorted keys; values may be null. */
    public Map<String, @Nullable Object> asMap() {
        return Collections.unmodifiableMap(sortedCopy());
    }

    /**
     * These attributes, then {@code next} on top. With {@code keepNull} a "remove this format" of {@code
     * next} stays in the result (both are edits); without, it removes (this is content).
     */
    public Attributes compose(Attributes next, boolean keepNull) {
        if (next.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return keepNull ? next : next.withoutNulls();
        }
        Map<String, @Nullable Object> result = sortedCopy();
        for (int i = 0; i < next.keys.length; i++) {
            if (keepNull || next.values[i] != null) {
                result.put(next.keys[i], next.values[i]);
            } else {
                result.remove(next.keys[i]);
            }
        }
        return ofChanged(result);
    }

    /** What of {@code other} still takes effect when both were set at the same time. */
    public Attributes transform(Attributes other, Priority priority) {
        if (priority == Priority.OTHER_FIRST || isEmpty() || other.isEmpty()) {
            return other;
        }
        return other.filter(key -> !has(key));
    }

    /**
     * The change that gives {@code base} back after this change was made to it. What did not change is
     * left out, except lists and objects, which quill-delta takes to differ always.
     */
    public Attributes invert(Attributes base) {
        Map<String, @Nullable Object> result = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            Object before = base.get(keys[i]);
            boolean same = base.has(keys[i]) && Objects.equals(before, values[i]) && !isContainer(before);
            if (!same) {
                result.put(keys[i], before);
            }
        }
        return ofSorted(result);
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    /** The change that makes {@code target} of these attributes. */
    public Attributes diff(Attributes target) {
        Map<String, @Nullable Object> result = new TreeMap<>();
        for (String key : keys) {
            if (!target.has(key)) {
                result.put(key, null);
            }
        }
        for (int i = 0; i < target.keys.length; i++) {
            String key = target.keys[i];
            Object value = target.values[i];
            if (!has(key) || !Objects.equals(get(key), value)) {
                result.put(key, value);
            }
        }
        return ofSorted(result);
    }

    /** As content has them: a format that is to be removed is simply not there. */
    public Attributes withoutNulls() {
        for (Object value : values) {
            if (value == null) {
                return filter(key -> get(key) != null);
            }
        }
        return this;
    }

    private Attributes filter(Predicate<String> keep) {
        Map<String, @Nullable Object> result = sortedCopy();
        result.keySet().removeIf(key -> !keep.test(key));
        return ofChanged(result);
    }

    private Attributes ofChanged(Map<String, @Nullable Object> result) {
        Attributes changed = ofSorted(result);
        return changed.equals(this) ? this : changed;
    }

    private Map<String, @Nullable Object> sortedCopy() {
        Map<String, @Nullable Object> copy = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            copy.put(keys[i], values[i]);
        }
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (this == object) {
            return true;
        }
        return object instanceof Attributes other
                && hash == other.hash
                && Arrays.equals(keys, other.keys)
                && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return new LinkedHashMap<>(asMap()).toString();
    }
}
