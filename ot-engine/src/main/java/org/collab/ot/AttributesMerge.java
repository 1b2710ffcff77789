package org.collab.ot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks over the keys of two attribute maps in order, and collects those that are to be kept. */
final class AttributesMerge {

    private final Attributes first;
    private final Attributes second;
    private final String[] keys;
    private final @Nullable Object[] values;
    private int size;
    private int nextFirst;
    private int nextSecond;
    private boolean inFirst;
    private boolean inSecond;

    AttributesMerge(Attributes first, Attributes second) {
        this.first = first;
        this.second = second;
        this.keys = new String[first.size() + second.size()];
        this.values = new @Nullable Object[keys.length];
    }

    /** Goes on to the next key, if there is one. */
    boolean advance() {
        nextFirst += inFirst ? 1 : 0;
        nextSecond += inSecond ? 1 : 0;
        boolean firstLeft = nextFirst < first.size();
        boolean secondLeft = nextSecond < second.size();
        if (firstLeft && secondLeft) {
            int order = first.key(nextFirst).compareTo(second.key(nextSecond));
            inFirst = order <= 0;
            inSecond = order >= 0;
        } else {
            inFirst = firstLeft;
            inSecond = secondLeft;
        }
        return inFirst || inSecond;
    }

    boolean inFirst() {
        return inFirst;
    }

    boolean inSecond() {
        return inSecond;
    }

    /** The current key's value in the first map, which must have it. */
    @Nullable Object firstValue() {
        return first.value(nextFirst);
    }

    @Nullable Object secondValue() {
        return second.value(nextSecond);
    }

    /** Whether both maps have the current key with the same value. */
    boolean bothEqual() {
        return inFirst && inSecond && Objects.equals(firstValue(), secondValue());
    }

    /** Keeps the current key with this value. */
    void keep(@Nullable Object value) {
        keys[size] = inFirst ? first.key(nextFirst) : second.key(nextSecond);
        values[size++] = value;
    }

    Attributes result() {
        return Attributes.ofSorted(keys, values, size);
    }
}
