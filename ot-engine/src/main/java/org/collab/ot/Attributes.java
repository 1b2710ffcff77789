package org.collab.ot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Zero until it is asked for; computed twice where two threads ask at the same time. */
    private int weight;

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
        return canonicalObject(map).toAttributes();
    }

    private static JsonObject canonicalObject(Map<?, ?> map) {
        return (JsonObject) Objects.requireNonNull(JsonValues.canonical(map));
    }

    /** A single attribute. */
    public static Attributes of(String key, @Nullable Object value) {
        return new Attributes(new String[] {key}, new @Nullable Object[] {JsonValues.canonical(value)});
    }

    /** The attributes of the first entries of two arrays, whose keys are sorted. */
    static Attributes ofSorted(String[] keys, @Nullable Object[] values, int size) {
        return size == 0 ? EMPTY : new Attributes(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
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

    /** An unmodifiable map with sorted keys; values may be null. */
    public Map<String, @Nullable Object> asMap() {
        return JsonObject.ofSorted(keys, values, keys.length);
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
        AttributesMerge merge = new AttributesMerge(this, next);
        while (merge.advance()) {
            boolean fromNext = merge.inSecond();
            Object value = fromNext ? merge.secondValue() : merge.firstValue();
            if (!fromNext || keepNull || value != null) {
                merge.keep(value);
            }
        }
        return merge.result();
    }

    /** What of {@code other} still takes effect when both were set at the same time. */
    public Attributes transform(Attributes other, Priority priority) {
        if (priority == Priority.OTHER_FIRST || isEmpty() || other.isEmpty()) {
            return other;
        }
        AttributesMerge merge = new AttributesMerge(this, other);
        while (merge.advance()) {
            if (!merge.inFirst()) {
                merge.keep(merge.secondValue());
            }
        }
        return merge.result();
    }

    /**
     * The change that gives {@code base} back after this change was made to it. What did not change is
     * left out, except lists and objects, which quill-delta takes to differ always.
     */
    public Attributes invert(Attributes base) {
        AttributesMerge merge = new AttributesMerge(this, base);
        while (merge.advance()) {
            Object before = merge.inSecond() ? merge.secondValue() : null;
            boolean same = merge.bothEqual() && !isContainer(before);
            if (merge.inFirst() && !same) {
                merge.keep(before);
            }
        }
        return merge.result();
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    /** The change that makes {@code target} of these attributes. */
    public Attributes diff(Attributes target) {
        if (equals(target)) {
            return EMPTY;
        }
        AttributesMerge merge = new AttributesMerge(this, target);
        while (merge.advance()) {
            if (!merge.bothEqual()) {
                merge.keep(merge.inSecond() ? merge.secondValue() : null);
            }
        }
        return merge.result();
    }

    /** As content has them: a format that is to be removed is simply not there. */
    public Attributes withoutNulls() {
        for (Object value : values) {
            if (value == null) {
                return compacted();
            }
        }
        return this;
    }

    private Attributes compacted() {
        AttributesMerge merge = new AttributesMerge(this, EMPTY);
        while (merge.advance()) {
            if (merge.firstValue() != null) {
                merge.keep(merge.firstValue());
            }
        }
        return merge.result();
    }

    /** See {@link Weight}. */
    int weight() {
        if (weight == 0 && !isEmpty()) {
            weight = (int) Math.min(Integer.MAX_VALUE, Weight.of(asMap()));
        }
        return weight;
    }

    String key(int index) {
        return keys[index];
    }

    @Nullable Object value(int index) {
        return values[index];
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
        return asMap().toString();
    }
}
