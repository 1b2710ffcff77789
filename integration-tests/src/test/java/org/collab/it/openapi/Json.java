package org.collab.it.openapi;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as the YAML parser gives it: maps, lists, strings, longs, doubles, booleans and null. */
final class Json {
    private Json() {}

    static @Nullable Object parse(String text) {
        try (var reader = JsonProvider.provider().createReader(new StringReader(text))) {
            return plain(reader.readValue());
        }
    }

    /** The same for what the YAML parser gives: all whole numbers are longs. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonString string) {
            return string.getString();
        } else if (value instanceof JsonNumber number) {
            return number.isIntegral() ? (Object) number.longValueExact() : (Object) number.doubleValue();
        } else if (value instanceof Map<?, ?> object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.forEach((name, item) -> map.put(name.toString(), plain(item)));
            return map;
        } else if (value instanceof List<?> array) {
            List<Object> list = new ArrayList<>();
            array.forEach(item -> list.add(plain(item)));
            return list;
        } else if (value instanceof JsonValue literal) {
            return literal.getValueType() == JsonValue.ValueType.NULL
                    ? null
                    : (Object) (literal.getValueType() == JsonValue.ValueType.TRUE);
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    static Map<String, Object> mapOrEmpty(@Nullable Object value) {
        return value == null ? Map.of() : map(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> listOrEmpty(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    static long number(@Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
