package org.collab.ot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the engine's own JSON reader to tests in other packages, for JSON that is no delta. */
public final class TestJson {

    private static final int NO_LIMIT = 1_000;

    private TestJson() {}

    public static @Nullable Object read(CharSequence json) {
        JsonReader reader = new JsonReader(json, NO_LIMIT);
        Object value = reader.value();
        reader.expectEnd();
        return value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(CharSequence json) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(read(json));
    }

    public static String write(@Nullable Object value) {
        return new JsonWriter().value(JsonValues.canonical(value)).result();
    }

    /** A delta without the protocol's bounds on nesting and size. */
    public static Delta delta(Object ops) {
        return DeltaJson.fromValues((List<?>) ops, new Limits(1_000_000, JsonValues.MAX_DEPTH, Integer.MAX_VALUE));
    }

    @SuppressWarnings("unchecked")
    public static Attributes attributes(Object map) {
        return Attributes.of((Map<String, @Nullable Object>) map);
    }
}
