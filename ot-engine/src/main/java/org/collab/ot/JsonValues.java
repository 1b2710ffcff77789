package org.collab.ot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * JSON values in one canonical Java form, so that {@code equals} is equality of JSON: null, String,
 * Boolean, Long (whole numbers up to 2^53), Double (all other numbers), unmodifiable List, and
 * {@link JsonObject}.
 */
final class JsonValues {

    /** Values that never came through a reader are bounded too, so that no recursion can overflow. */
    static final int MAX_DEPTH = 64;

    private static final double MAX_SAFE_INTEGER = 1L << 53;

    private JsonValues() {}

    static @Nullable Object canonical(@Nullable Object value) {
        return canonical(value, MAX_DEPTH);
    }

    /** The canonical form of a value with at most {@code depth} levels of objects and lists. */
    static @Nullable Object canonical(@Nullable Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        if (depth <= 0) {
            throw new InvalidDeltaException(Code.TOO_DEEP, "objects and lists nest deeper than allowed");
        }
        if (value instanceof List<?> list) {
            return canonicalList(list, depth - 1);
        }
        if (value instanceof Map<?, ?> map) {
            return canonicalMap(map, depth - 1);
        }
        throw new InvalidDeltaException(
                Code.MALFORMED_OP,
                "expected a JSON value, was of type " + value.getClass().getName());
    }

    /** The canonical number; JavaScript has doubles only, and writes a whole one without a fraction. */
    static Object number(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidDeltaException(Code.MALFORMED_OP, "expected a finite number, was " + value);
        }
        boolean whole = Math.rint(value) == value && Math.abs(value) <= MAX_SAFE_INTEGER;
        if (whole) {
            return (long) value;
        }
        return value;
    }

    private static List<@Nullable Object> canonicalList(List<?> list, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(canonical(element, depth));
        }
        return Collections.unmodifiableList(copy);
    }

    private static JsonObject canonicalMap(Map<?, ?> map, int depth) {
        JsonObject.Builder result = new JsonObject.Builder();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new InvalidDeltaException(
                        Code.MALFORMED_OP, "expected text as an object's key, was " + entry.getKey());
            }
            result.add(key, canonical(entry.getValue(), depth));
        }
        return result.build();
    }

    /** A short form of a value for messages. */
    static String describe(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof String text) {
            return '"' + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + '"';
        }
        return String.valueOf(value);
    }
}
