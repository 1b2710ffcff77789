package org.collab.it.openapi;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON values against the schemas of an OpenAPI 3.0 document, as far as this project's document uses them. Stricter
 * than a validator: a property of which the schema does not speak is an error, and so is an object of which it says
 * nothing at all, unless it says {@code additionalProperties: true}.
 */
final class SchemaCheck {
    private static final String REFERENCE = "#/components/";

    private final Map<String, Object> components;

    SchemaCheck(Map<String, Object> components) {
        this.components = components;
    }

    /** What is wrong with the value, empty where it fits. */
    List<String> errors(Map<String, Object> schema, @Nullable Object value) {
        List<String> errors = new ArrayList<>();
        check(flat(schema), value, "$", errors);
        return errors;
    }

    /** Follows a reference to anything below {@code components}. */
    Map<String, Object> resolve(Map<String, Object> maybeReference) {
        if (!(maybeReference.get("$ref") instanceof String reference)) {
            return maybeReference;
        }
        Object found = components;
        for (String step : reference.substring(REFERENCE.length()).split("/", -1)) {
            found = Json.map(found).get(step);
            if (found == null) {
                throw new AssertionError("there is no " + reference);
            }
        }
        return Json.map(found);
    }

    /** A schema with all that its parts say. */
    private Map<String, Object> flat(Map<String, Object> schema) {
        Map<String, Object> resolved = resolve(schema);
        if (!resolved.containsKey("allOf")) {
            return resolved;
        }
        Map<String, Object> whole = new HashMap<>(resolved);
        Map<String, Object> properties = new HashMap<>(Json.mapOrEmpty(resolved.get("properties")));
        Set<Object> required = new HashSet<>(Json.listOrEmpty(resolved.get("required")));
        for (Object part : Json.listOrEmpty(resolved.get("allOf"))) {
            Map<String, Object> flat = flat(Json.map(part));
            properties.putAll(Json.mapOrEmpty(flat.get("properties")));
            required.addAll(Json.listOrEmpty(flat.get("required")));
            flat.forEach(whole::putIfAbsent);
        }
        whole.put("properties", properties);
        whole.put("required", List.copyOf(required));
        return whole;
    }

    private void check(Map<String, Object> schema, @Nullable Object value, String at, List<String> errors) {
        if (value == null) {
            require(Boolean.TRUE.equals(schema.get("nullable")), at + " is null", errors);
        } else if (schema.containsKey("oneOf")) {
            boolean fits = Json.listOrEmpty(schema.get("oneOf")).stream()
                    .anyMatch(each -> errors(Json.map(each), value).isEmpty());
            require(fits, at + " fits none of what it may be: " + value, errors);
        } else {
            switch (String.valueOf(schema.get("type"))) {
                case "object" -> object(schema, value, at, errors);
                case "array" -> array(schema, value, at, errors);
                case "string" -> string(schema, value, at, errors);
                case "integer" ->
                    require(value instanceof Long number && isWithin(schema, number), at + " is " + value, errors);
                case "number" -> require(value instanceof Number, at + " is " + value, errors);
                case "boolean" -> require(value instanceof Boolean, at + " is " + value, errors);
                default -> errors.add(at + " has a schema without a type");
            }
        }
        if (schema.get("enum") instanceof List<?> values && value != null) {
            require(values.contains(value), at + " is " + value + ", not one of " + values, errors);
        }
    }

    private void object(Map<String, Object> schema, Object value, String at, List<String> errors) {
        if (!(value instanceof Map<?, ?>)) {
            errors.add(at + " is no object: " + value);
            return;
        }
        Map<String, Object> properties = Json.mapOrEmpty(schema.get("properties"));
        Object others = schema.getOrDefault("additionalProperties", false);
        Json.listOrEmpty(schema.get("required"))
                .forEach(name -> require(Json.map(value).containsKey(name.toString()), at + " has no " + name, errors));
        Json.map(value).forEach((name, item) -> {
            String there = at + "." + name;
            if (properties.get(name) instanceof Map<?, ?> property) {
                check(flat(Json.map(property)), item, there, errors);
            } else if (others instanceof Map<?, ?> each) {
                check(flat(Json.map(each)), item, there, errors);
            } else {
                require(Boolean.TRUE.equals(others), there + " is not described", errors);
            }
        });
    }

    private void array(Map<String, Object> schema, Object value, String at, List<String> errors) {
        if (!(value instanceof List<?> items)) {
            errors.add(at + " is no list: " + value);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            check(flat(Json.map(schema.get("items"))), items.get(i), at + "[" + i + "]", errors);
        }
    }

    private static void string(Map<String, Object> schema, Object value, String at, List<String> errors) {
        if (!(value instanceof String text)) {
            errors.add(at + " is no string: " + value);
            return;
        }
        require(isLengthWithin(schema, text), at + " is too long or too short: " + text, errors);
        require(hasFormat(String.valueOf(schema.get("format")), text), at + " has another format: " + text, errors);
        if (schema.get("pattern") instanceof String pattern) {
            require(Pattern.compile(pattern).matcher(text).find(), at + " is not as " + pattern + ": " + text, errors);
        }
    }

    private static boolean isLengthWithin(Map<String, Object> schema, String text) {
        return text.length() >= Json.number(schema.get("minLength"), 0)
                && text.length() <= Json.number(schema.get("maxLength"), Long.MAX_VALUE);
    }

    private static boolean isWithin(Map<String, Object> schema, long value) {
        return value >= Json.number(schema.get("minimum"), Long.MIN_VALUE)
                && value <= Json.number(schema.get("maximum"), Long.MAX_VALUE);
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date-time" -> OffsetDateTime.parse(text).getYear() > 2000;
                case "email" -> text.contains("@");
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static void require(boolean condition, String error, List<String> errors) {
        if (!condition) {
            errors.add(error);
        }
    }
}
