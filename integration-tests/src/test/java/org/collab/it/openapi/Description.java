package org.collab.it.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** An OpenAPI 3.0 document: its operations, and whether an answer is one that it describes. */
final class Description {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;
    private final SchemaCheck schemas;
    private final List<Operation> operations = new ArrayList<>();

    /** @param path with its parameters in braces */
    record Operation(String method, String path, Map<String, Object> body) {
        boolean isPublic() {
            return body.get("security") instanceof List<?> schemes && schemes.isEmpty();
        }

        /** Of the request's body. */
        String requestType() {
            return Json.mapOrEmpty(Json.mapOrEmpty(body.get("requestBody")).get("content")).keySet().stream()
                    .findFirst()
                    .orElse("application/json")
                    .replace("*", "png");
        }

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        /** Parameters match whatever stands there; what is literal comes first. */
        private boolean matches(String other, String actual) {
            return method.equals(other) && Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]+"), actual);
        }

        private long parameters() {
            return path.chars().filter(c -> c == '{').count();
        }
    }

    /** What was answered, as far as it is described. */
    record Answered(int status, Optional<String> contentType, String body) {}

    Description(String yaml) {
        document = Json.map(Json.plain(new Yaml().load(yaml)));
        schemas = new SchemaCheck(Json.map(document.get("components")));
        Json.map(document.get("paths"))
                .forEach((path, item) -> Json.map(item).forEach((method, body) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Operation(method, path, Json.map(body)));
                    }
                }));
    }

    String version() {
        return String.valueOf(document.get("openapi"));
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** @param path below {@code /api}, without a query */
    Operation operation(String method, String path) {
        return operations.stream()
                .filter(each -> each.matches(method.toLowerCase(Locale.ROOT), path))
                .min(java.util.Comparator.comparingLong(Operation::parameters))
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
    }

    /** What is wrong with an answer: a status, a type or contents of which nothing is said. */
    List<String> errors(Operation operation, Answered answer) {
        if (!(Json.map(operation.body().get("responses")).get(Integer.toString(answer.status()))
                instanceof Map<?, ?> found)) {
            return List.of("status " + answer.status() + " is not described: " + answer.body());
        }
        Map<String, Object> content =
                Json.mapOrEmpty(schemas.resolve(Json.map(found)).get("content"));
        if (content.isEmpty()) {
            return answer.body().isEmpty()
                    ? List.of()
                    : List.of("status " + answer.status() + " is described without contents: " + answer.body());
        }
        String type = answer.contentType().orElse("none").replaceAll("\\s*;.*", "");
        Optional<Object> media = Optional.ofNullable(content.get(type))
                .or(() -> Optional.ofNullable(content.get(type.replaceAll("/.*", "/*"))));
        if (media.isEmpty()) {
            return List.of("status " + answer.status() + " is described as " + content.keySet() + ", not as " + type);
        }
        Stream<String> texts =
                type.equals("application/x-ndjson") ? answer.body().lines() : Stream.of(answer.body());
        return type.endsWith("json")
                ? texts.flatMap(text -> schemaErrors(Json.map(media.get()), Json.parse(text)).stream())
                        .toList()
                : List.of();
    }

    private List<String> schemaErrors(Map<String, Object> media, @Nullable Object value) {
        return media.get("schema") instanceof Map<?, ?> schema
                ? schemas.errors(Json.map(schema), value)
                : List.of("there is no schema");
    }

    /** Examples that do not fit their schemas, and references that lead nowhere, each with its place. */
    Map<String, List<String>> wrongExamples() {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        examples(document, "#", wrong);
        return wrong;
    }

    private void examples(Object node, String at, Map<String, List<String>> wrong) {
        if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                examples(list.get(i), at + "/" + i, wrong);
            }
        } else if (node instanceof Map<?, ?>) {
            Map<String, Object> map = Json.map(node);
            Set<String> rest = new TreeSet<>(map.keySet());
            if (map.containsKey("example") && !at.endsWith("/properties")) {
                rest.remove("example");
                keep(wrong, at, exampleErrors(map));
            }
            rest.forEach(name -> examples(nonNull(map.get(name)), at + "/" + name, wrong));
            try {
                schemas.resolve(map);
            } catch (AssertionError e) {
                keep(wrong, at, List.of(String.valueOf(e.getMessage())));
            }
        }
    }

    private List<String> exampleErrors(Map<String, Object> holder) {
        Object schema = holder.containsKey("type") || holder.containsKey("allOf") ? holder : holder.get("schema");
        return schema instanceof Map<?, ?>
                ? schemas.errors(Json.map(schema), holder.get("example"))
                : List.of("there is an example without a schema");
    }

    private static Object nonNull(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static void keep(Map<String, List<String>> wrong, String at, List<String> errors) {
        if (!errors.isEmpty()) {
            wrong.put(at, errors);
        }
    }
}
