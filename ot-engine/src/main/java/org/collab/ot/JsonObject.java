package org.collab.ot;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An unmodifiable map with sorted keys, in two arrays: objects in deltas are small and many. */
final class JsonObject extends AbstractMap<String, @Nullable Object> {

    private final String[] keys;
    private final @Nullable Object[] values;

    private JsonObject(String[] keys, @Nullable Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** An object of the first entries of two arrays, whose keys are sorted and differ. */
    static JsonObject ofSorted(String[] keys, @Nullable Object[] values, int size) {
        return new JsonObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }

    Attributes toAttributes() {
        return Attributes.ofSorted(keys, values, keys.length);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && Arrays.binarySearch(keys, name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = key instanceof String name ? Arrays.binarySearch(keys, name) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return keys.length;
            }

            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (next == keys.length) {
                throw new NoSuchElementException();
            }
            int at = next++;
            return new SimpleImmutableEntry<>(keys[at], values[at]);
        }
    }

    /** Takes entries in any order, in O(n log n): an attacker chooses how many and in which order. */
    static final class Builder {
        private String[] keys = new String[4];
        private @Nullable Object[] values = new @Nullable Object[4];
        private int size;
        private boolean isSorted = true;

        void add(String key, @Nullable Object value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            isSorted = isSorted && (size == 0 || keys[size - 1].compareTo(key) < 0);
            keys[size] = key;
            values[size++] = value;
        }

        JsonObject build() {
            if (!isSorted) {
                sort();
            }
            return ofSorted(keys, values, size);
        }

        private void sort() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            String[] oldKeys = keys.clone();
            @Nullable Object[] oldValues = values.clone();
            Arrays.sort(order, Comparator.comparing(i -> oldKeys[i]));
            for (int i = 0; i < size; i++) {
                keys[i] = oldKeys[order[i]];
                values[i] = oldValues[order[i]];
            }
        }
    }

    /** A key that was added more than once. */
    Optional<String> duplicateKey() {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i].equals(keys[i - 1])) {
                return Optional.of(keys[i]);
            }
        }
        return Optional.empty();
    }
}
