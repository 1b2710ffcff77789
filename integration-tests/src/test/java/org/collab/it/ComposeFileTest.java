package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml as far as it can be checked without Docker. TopologyIT starts what it describes. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?:--\\S+ )*(\\S+) \\S+$");
    private static final Set<String> KEYS = Set.of(
            "build",
            "image",
            "user",
            "command",
            "environment",
            "ports",
            "volumes",
            "depends_on",
            "healthcheck",
            "stop_grace_period",
            "restart",
            "cap_drop",
            "security_opt");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void all_services_are_there_with_known_keys_a_health_check_and_no_rights() {
        assertThat(services.keySet()).containsExactly("database", "broker", "keycloak", "app1", "app2", "proxy");
        services.forEach((name, service) -> {
            assertThat(KEYS).as(name).containsAll(service.keySet());
            assertThat(service.containsKey("image") != service.containsKey("build"))
                    .as("%s has an image or is built", name)
                    .isTrue();
            assertThat(map(service.get("healthcheck"))).as(name).containsKeys("test", "interval", "timeout", "retries");
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
        });
    }

    @Test
    void nobody_is_root() throws IOException {
        for (var service : services.entrySet()) {
            Object user = service.getValue().get("user");
            if (user == null) {
                String lastUser = dockerfile(service.getValue())
                        .lines()
                        .filter(line -> line.startsWith("USER "))
                        .reduce("", (one, other) -> other);
                assertThat(lastUser).as(service.getKey()).startsWith("USER ").isNotEqualTo("USER root");
            } else {
                assertThat(user.toString()).as(service.getKey()).isNotIn("root", "0");
            }
        }
    }

    @Test
    void what_is_waited_for_is_a_service() {
        services.forEach((name, service) -> map(service.containsKey("depends_on")
                        ? service.get("depends_on")
                        : Map.of())
                .forEach((other, condition) -> {
                    assertThat(services).as(name).containsKey(other);
                    assertThat(map(condition)).containsEntry("condition", "service_healthy");
                }));
    }

    @Test
    void both_nodes_use_the_database_and_the_broker_with_their_passwords() {
        for (String name : List.of("app1", "app2")) {
            Map<String, Object> node = map(service(name).get("environment"));
            Map<String, Object> database =
                    map(service(text(node, "DATABASE_HOST")).get("environment"));
            Map<String, Object> broker = map(service(text(node, "BROKER_HOST")).get("environment"));
            assertThat(node)
                    .as(name)
                    .containsEntry("DATABASE_PASSWORD", database.get("POSTGRES_PASSWORD"))
                    .containsEntry("BROKER_PASSWORD", broker.get("ARTEMIS_PASSWORD"));
            // What the launcher takes where nothing else is said.
            assertThat(database).containsEntry("POSTGRES_USER", "collab").containsEntry("POSTGRES_DB", "collab");
            assertThat(broker).containsEntry("ARTEMIS_USER", "collab");
        }
    }

    @Test
    void every_variable_has_a_default_or_is_in_the_example() throws IOException {
        String example = Files.readString(ROOT.resolve(".env.example"));
        Set<String> used = VARIABLE.matcher(Files.readString(FILE))
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Pattern.compile("(?m)^([A-Z_]+)=")
                .matcher(example)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(used);
        assertThat(VARIABLE.matcher(Files.readString(FILE)).results().map(MatchResult::group))
                .allSatisfy(use -> assertThat(use).contains(":"));
    }

    @Test
    void every_mounted_file_and_named_volume_exists() throws IOException {
        Map<String, Object> volumes = map(read().get("volumes"));
        services.forEach((name, service) -> list(service.get("volumes")).forEach(volume -> {
            String source = volume.toString().split(":", 2)[0];
            if (source.startsWith("./")) {
                assertThat(ROOT.resolve(source)).as(name).exists();
            } else {
                assertThat(volumes).as(name).containsKey(source);
            }
        }));
        for (var service : services.values()) {
            if (service.get("build") instanceof Map<?, ?> build) {
                Path context = ROOT.resolve(text(map(build), "context"));
                if (!context.toString().contains("/target/")) { // that one is what is built
                    assertThat(COPIED.matcher(dockerfile(service)).results().map(hit -> context.resolve(hit.group(1))))
                            .isNotEmpty()
                            .allSatisfy(file -> assertThat(file).exists());
                }
                map(build.get("additional_contexts") instanceof Map<?, ?> more ? more : Map.of())
                        .values()
                        .forEach(folder ->
                                assertThat(ROOT.resolve(folder.toString())).isDirectory());
            }
        }
    }

    @Test
    void the_containers_nginx_is_the_other_one_without_tls() throws IOException {
        assertThat(routes(ROOT.resolve("server-config/docker/nginx/collab.conf")))
                .isEqualTo(routes(ROOT.resolve("server-config/nginx/collab.conf")));
    }

    /** Everything from the first location to the end of its server. */
    private static String routes(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.indexOf("    # Tickets"), text.indexOf("\n}\n", text.indexOf("    # Tickets")));
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private static String dockerfile(Map<String, Object> service) throws IOException {
        Map<String, Object> build = map(service.get("build"));
        return Files.readString(ROOT.resolve(text(build, "context"))
                .resolve(build.containsKey("dockerfile") ? text(build, "dockerfile") : "Dockerfile")
                .normalize());
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new java.util.LinkedHashMap<>();
        map(read().get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    private static Map<String, Object> read() {
        try {
            return map(new Yaml().load(Files.readString(FILE)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
