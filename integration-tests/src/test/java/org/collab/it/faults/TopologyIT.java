package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docker-compose.yml describes, started by {@code start-without-docker} from the same settings: PostgreSQL, Artemis,
 * two nodes and nginx. Needs their programs; run by {@code ./test topology}.
 */
class TopologyIT {
    private static final Path SCRIPT =
            Path.of(System.getProperty("collab.server-config"), "docker", "start-without-docker");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BY_RELAY = Duration.ofMillis(250);
    private static final String TOKEN = "hush-hush";
    private static final String PASSWORD =
            Base64.getEncoder().encodeToString(("prometheus:" + TOKEN).getBytes(StandardCharsets.UTF_8));

    @Test
    void an_edit_crosses_from_node_to_node_behind_nginx(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory)
            throws IOException, InterruptedException {
        Map<String, Integer> ports = new TreeMap<>();
        List.of("COLLAB_PORT", "DATABASE_PORT", "BROKER_PORT", "APP1_PORT", "APP2_PORT")
                .forEach(name -> ports.put(name, Product.freePort()));
        Path output = directory.resolve("output");
        Process topology = start(directory, ports, output);
        try {
            await("all of it is ready")
                    .atMost(PATIENCE)
                    .failFast("it ended:\n" + output, () -> !topology.isAlive())
                    .until(() -> Files.readString(output).contains("is ready"));
            useIt(at(ports, "COLLAB_PORT"), at(ports, "APP1_PORT"), at(ports, "APP2_PORT"));
        } finally {
            List<ProcessHandle> children = topology.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(5);
            topology.destroy();
            assertThat(topology.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            await("nothing of it is left").until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
        assertThat(topology.exitValue()).as(Files.readString(output)).isZero();
    }

    private static Process start(Path directory, Map<String, Integer> ports, Path output) throws IOException {
        Path settings = Files.writeString(directory.resolve("env"), """
                # A test's.
                DATABASE_PASSWORD=with $ and "quotes"
                BROKER_PASSWORD=broker-secret
                KEYCLOAK_ADMIN_PASSWORD=unused
                COLLAB_PUBLIC_URL=http://127.0.0.1:%d
                COLLAB_METRICS_TOKEN=%s
                """.formatted(ports.get("COLLAB_PORT"), TOKEN));
        ProcessBuilder builder = new ProcessBuilder(
                        SCRIPT.toString(), directory.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("ENV_FILE", settings.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        ports.forEach((name, port) -> builder.environment().put(name, port.toString()));
        return builder.start();
    }

    private static void useIt(URI nginx, URI one, URI two) {
        Api ana = Api.newUser(nginx, "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Crossing");
        for (URI node : List.of(one, two)) {
            await("the nodes have met at Artemis")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> metrics(node).contains("collab_relay_up 1.0")
                            && metrics(node).contains("collab_relay_nodes 1.0"));
        }
        Wire outside = Wire.open(ana, document);
        outside.hello(UUID.randomUUID().toString(), Optional.empty());
        outside.await1("welcome");
        URI other = metrics(one).contains("collab_connections 1.0") ? two : one;
        assertThat(metrics(other)).as("the node that nginx has not chosen").contains("collab_connections 0.0");

        Api there = Api.anonymous(other).login(ana.get("users/me").json().getString("email"), Api.PASSWORD);
        assertThat(there.get("users/me").json()).isEqualTo(ana.get("users/me").json());
        Wire inside = Wire.open(there.withToken(ana.token(), ana.userId()), document);
        inside.hello(UUID.randomUUID().toString(), Optional.empty());
        inside.await1("welcome");
        List<Duration> crossings = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            long started = System.nanoTime();
            inside.submit(i, i - 1, "[{\"insert\":\"x\"}]");
            int revision = i;
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> hasCome(outside, revision) && hasCome(inside, revision));
            crossings.add(Duration.ofNanos(System.nanoTime() - started));
        }
        Duration median = crossings.stream().sorted().toList().get(crossings.size() / 2);
        System.out.printf("topology: an edit crosses from node to node in %d ms%n", median.toMillis());
        assertThat(median).isLessThan(BY_RELAY);
        outside.close();
        inside.close();
    }

    private static boolean hasCome(Wire wire, int revision) {
        return wire.changes().stream().anyMatch(change -> isRevision(change, revision));
    }

    private static boolean isRevision(JsonObject change, int revision) {
        return change.getInt("revision") == revision;
    }

    /** With the token that the settings name; without it the answer is 401. */
    private static String metrics(URI node) {
        Api.anonymous(node).get("metrics").requireStatus(401);
        return Api.send(HttpRequest.newBuilder(node.resolve("api/metrics"))
                        .header("Authorization", "Basic " + PASSWORD))
                .requireStatus(200)
                .body();
    }

    private static URI at(Map<String, Integer> ports, String name) {
        return URI.create("http://127.0.0.1:" + ports.get(name) + "/");
    }
}
