package org.collab.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.collab.it.client.Api;
import org.collab.it.client.Pictures;
import org.collab.it.client.Wire;
import org.collab.it.product.InstalledServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One server's life: the application is installed, installed again, undeployed and deployed, moved to another address,
 * and uninstalled. The steps follow each other, because a server takes a while to start.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int WARM_UP = 2;

    private static final int REDEPLOYMENTS = Integer.getInteger("installation.redeployments", 10);
    /** One class of each part: EJB module, WAR, a library of the EAR's. */
    private static final List<String> CLASSES = List.of(
            "org.collab.collaboration.boundary.LiveDocuments",
            "org.collab.web.socket.EditorEndpoint",
            "org.flywaydb.core.Flyway");

    private InstalledServer server;
    private Path neighbour = Path.of("");
    private Set<String> untouched = Set.of();

    @BeforeAll
    void install(@TempDir Path directory) throws IOException {
        server = InstalledServer.fresh(directory.resolve("data"));
        neighbour = Neighbour.war(directory);
        server.runOnce(neighbour);
        untouched = server.configuration();
        server.serve(Map.of());
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    @Order(1)
    void health_and_metrics_are_told_here_and_at_the_servers_own_address() {
        Api nobody = Api.anonymous(server.uri());
        JsonObject ready = nobody.get("health/ready").requireStatus(200).json();
        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getJsonArray("checks").toString()).contains("\"database\"", "\"takes-editors\"");
        nobody.get("health/live").requireStatus(200);
        Awaitility.await("the server tells it too")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Api.send(HttpRequest.newBuilder(server.health()))
                                .requireStatus(200)
                                .body())
                        .contains("collab-ready", "takes-editors", "\"UP\""));
        Awaitility.await("the relay works, and all three say so")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(nobody.get("metrics").requireStatus(200).body())
                            .contains("collab_connections ", "jvm_memory_used_bytes", "collab_relay_up 1.0");
                    assertThat(nobody.get("health/ready").requireStatus(200).body())
                            .contains("\"carried\":true");
                    assertThat(Api.send(HttpRequest.newBuilder(server.health()))
                                    .requireStatus(200)
                                    .body())
                            .containsPattern("\"carried\" ?: ?\"?true");
                });
    }

    @Test
    @Order(2)
    void works_while_its_folder_is_read_only() throws IOException {
        List<Path> folders = server.applicationFolders();
        assertThat(folders).isNotEmpty();
        try (ReadOnly readOnly = ReadOnly.make(folders)) {
            assertThat(readOnly.canBeWritten()).isFalse();
            editIsSaved();
            Api ana = Api.newUser(server.uri(), "Ana");
            String document = ana.createDocument(ana.createRoom("Pictures"), "Picture");
            assertThat(ana.upload("documents/" + document + "/images", "image/png", Pictures.png(40, 30))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    @Order(3)
    void installing_twice_is_the_same_as_once() throws IOException {
        Set<String> once = server.configuration();

        server.serve(Map.of());

        assertThat(server.configuration()).isEqualTo(once);
        editIsSaved();
    }

    @Test
    @Order(4)
    void the_log_can_be_json() throws IOException {
        server.serve(Map.of("COLLAB_LOG_FORMAT", "json"));
        Api ana = Api.newUser(server.uri(), "Ana");
        ana.createRoom("Room");
        Awaitility.await("what she did is told")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Files.readAllLines(server.logFile()).stream()
                                .filter(line -> line.contains(ana.userId())))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(Json.createReader(new StringReader(line))
                                        .readObject()
                                        .toString())
                                .contains("POST /rooms")));
        server.serve(Map.of());
    }

    @Test
    @Order(5)
    void redeploying_leaves_no_class_loader_and_no_thread_behind() throws IOException {
        server.serveOtherFirst(neighbour, () -> Neighbour.meet(server.uri()));
        redeploy(WARM_UP);
        Jvm jvm = new Jvm(server.jvm().pid());
        // Payara's Felix never lets go of a thread that met another in defining a class, nor of the application behind
        // it. That happens once for a class, so no deployment adds to it.
        Map<String, Long> kept = awaitLoaders(jvm, Map.of());
        Map<String, Long> before = jvm.threads();

        redeploy(REDEPLOYMENTS);

        Map<String, Long> loaders = awaitLoaders(jvm, kept);
        Map<String, Long> after = awaitIdle(jvm, total(before) + REDEPLOYMENTS);
        System.out.printf(
                "redeployed %d times: class loaders %s before, %s after; threads %d before, %d after; grown %s%n",
                REDEPLOYMENTS, kept, loaders, total(before), total(after), grown(before, after));
        if (!isEnough(loaders, kept)) {
            jvm.dumpHeap(
                    Files.createDirectories(Path.of("target")).toAbsolutePath().resolve("leak.hprof"));
        }
        assertThat(isEnough(loaders, kept))
                .as("%s; see target/leak.hprof", loaders)
                .isTrue();
        assertThat(total(after) - total(before)).as("%s", grown(before, after)).isLessThan(REDEPLOYMENTS);
        editIsSaved();
    }

    /** A thread of the server's holds its last request until it ends, which takes it a minute. */
    private static Map<String, Long> awaitLoaders(Jvm jvm, Map<String, Long> kept) {
        Map<String, Long> loaders = new TreeMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            CLASSES.forEach(name -> loaders.put(name, jvm.loadersOf(name)));
        } while (!isEnough(loaders, kept) && System.nanoTime() < end);
        return loaders;
    }

    /** The loader of the application that runs, and those that were kept before. */
    private static boolean isEnough(Map<String, Long> loaders, Map<String, Long> kept) {
        return loaders.entrySet().stream()
                .allMatch(loader -> loader.getValue() <= Math.max(1, kept.getOrDefault(loader.getKey(), 1L)));
    }

    /** Threads that have nothing to do end after some seconds. */
    private static Map<String, Long> awaitIdle(Jvm jvm, long most) {
        Map<String, Long> threads = jvm.threads();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); total(threads) >= most && System.nanoTime() < end; ) {
            threads = jvm.threads();
        }
        return threads;
    }

    private void redeploy(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            editIsSaved();
            server.undeploy();
            server.await("api/health/ready", 404);
            server.deploy();
        }
    }

    private static long total(Map<String, Long> threads) {
        return threads.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new TreeMap<>();
        after.forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more > 0) {
                grown.put(name, more);
            }
        });
        return grown;
    }

    @Test
    @Order(6)
    void lives_below_another_context_root() {
        server.serve(Map.of("COLLAB_CONTEXT_ROOT", "/a/b"));

        assertThat(server.uri().getPath()).isEqualTo("/a/b/");
        String page = Api.send(HttpRequest.newBuilder(server.uri().resolve("rooms/some")))
                .requireStatus(200)
                .body();
        assertThat(page).contains("content=\"/a/b/\"");
        var script = java.util.regex.Pattern.compile("src=\"(/a/b/assets/[^\"]+\\.js)\"")
                .matcher(page);
        assertThat(script.find()).as(page).isTrue();
        Api.send(HttpRequest.newBuilder(server.uri().resolve(script.group(1)))).requireStatus(200);
        Api.send(HttpRequest.newBuilder(server.uri().resolve("/api/health/ready")))
                .requireStatus(404);
        editIsSaved();
    }

    @Test
    @Order(7)
    void uninstalling_takes_away_what_installing_has_made() throws IOException {
        server.remove();

        server.await("api/health/ready", 404);
        Set<String> left = new TreeSet<>(server.configuration());
        left.removeAll(untouched);
        Set<String> missing = new TreeSet<>(untouched);
        missing.removeAll(server.configuration());
        assertThat(left).isEmpty();
        assertThat(missing).isEmpty();
    }

    /** Signs up, opens a document, types, and reads what is stored. */
    private void editIsSaved() {
        Api ana = Api.newUser(server.uri(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");
        Wire wire = Wire.open(ana, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        long head = wire.await1("welcome").getJsonNumber("head").longValue();
        wire.submit(1, head, "[{\"insert\":\"saved\"}]");
        wire.await1("changes");
        wire.close();
        assertThat(ana.contents(document).getJsonArray("contents").toString()).contains("saved");
    }
}
