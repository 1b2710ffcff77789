package org.collab.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** openapi.yaml says of every resource that it is there, and whether it wants an access token. */
class OpenApiTest {
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete|head|options):");
    /** A path parameter whose pattern lists its values. */
    private static final Pattern CHOICE = Pattern.compile("\\{[^:}]+:([^}]+)}");

    /** What is known of an operation. */
    private record Operation(boolean isPublic, boolean tellsOf401) {}

    @Test
    void every_operation_is_described_and_nothing_else_is() throws IOException {
        assertThat(described().keySet())
                .as("operations in openapi.yaml and in the resources")
                .containsExactlyInAnyOrderElementsOf(offered().keySet());
    }

    @Test
    void what_wants_an_access_token_says_so() throws IOException {
        Map<String, Operation> described = described();
        offered().forEach((operation, isPublic) -> {
            Operation found = described.getOrDefault(operation, new Operation(false, false));
            assertThat(found.isPublic()).as("security: [] of %s", operation).isEqualTo(isPublic);
            assertThat(found.isPublic() || found.tellsOf401())
                    .as("401 of %s", operation)
                    .isTrue();
        });
    }

    /** The operations of all resources, and whether everybody may call them. */
    private static Map<String, Boolean> offered() {
        Map<String, Boolean> operations = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.collab.web")) {
            if (found.isAnnotatedWith(Path.class)) {
                Class<?> resource = found.reflect();
                for (Method method : resource.getMethods()) {
                    httpMethod(method)
                            .ifPresent(name -> paths(resource, method)
                                    .forEach(path -> operations.put(name + " " + path, isPublic(resource, method))));
                }
            }
        }
        return operations;
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(found -> found.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static boolean isPublic(Class<?> resource, Method method) {
        return resource.isAnnotationPresent(PermitAll.class) || method.isAnnotationPresent(PermitAll.class);
    }

    private static List<String> paths(Class<?> resource, Method method) {
        String whole = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(path -> "/" + path.value())
                .reduce("", String::concat);
        Matcher choice = CHOICE.matcher(whole);
        return choice.find()
                ? Arrays.stream(choice.group(1).split("\\|", -1))
                        .map(value -> choice.replaceFirst(value))
                        .toList()
                : List.of(whole);
    }

    /** Reads as much of the YAML as its own layout needs. */
    private static Map<String, Operation> described() throws IOException {
        Map<String, Operation> operations = new HashMap<>();
        String path = "";
        String operation = "";
        for (String line : yaml().lines().toList()) {
            Matcher atPath = PATH.matcher(line);
            Matcher atMethod = METHOD.matcher(line);
            if (atPath.matches()) {
                path = atPath.group(1);
            } else if (atMethod.matches()) {
                operation = atMethod.group(1) + " " + path;
                operations.put(operation, new Operation(false, false));
            } else if (line.equals("      security: []")) {
                operations.computeIfPresent(operation, (key, old) -> new Operation(true, old.tellsOf401()));
            } else if (line.startsWith("        \"401\":")) {
                operations.computeIfPresent(operation, (key, old) -> new Operation(old.isPublic(), true));
            }
        }
        return operations;
    }

    private static String yaml() throws IOException {
        try (InputStream yaml = OpenApiResource.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
