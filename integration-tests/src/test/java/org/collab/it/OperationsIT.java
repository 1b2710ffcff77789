package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What those who run the product look at: health, metrics, the dashboard, the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsIT {
    private static final Path DASHBOARD = Path.of(System.getProperty("collab.server-config"), "grafana", "collab.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:collab|jvm)_[a-z_]+");

    private Path data;
    private Product product;
    private Api ana;
    private String document;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory.resolve("data");
        product = Product.start(data);
        ana = Api.newUser(product.uri(), "Ana");
        document = ana.createDocument(ana.createRoom("Room"), "Title");
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void health_names_its_checks_here_and_at_the_servers_own_address() {
        JsonObject ready = ana.get("health/ready").requireStatus(200).json();
        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getJsonArray("checks").toString()).contains("\"database\"", "\"takes-editors\"");
        Api.Answer server = Api.send(HttpRequest.newBuilder(product.uri().resolve("health")));
        assertThat(server.requireStatus(200).body())
                .contains("collab-ready", "takes-editors", "\"UP\"", "collab-relay");
    }

    @Test
    void health_tells_of_the_relay() {
        await("the broker has carried a message, here and at the server's own address")
                .untilAsserted(() -> {
                    assertThat(ana.get("health/ready").requireStatus(200).body())
                            .contains("{\"carried\":true,\"nodes\":0,\"lagMillis\":0}");
                    assertThat(Api.send(HttpRequest.newBuilder(product.uri().resolve("health")))
                                    .requireStatus(200)
                                    .body())
                            .containsPattern("\"carried\":\"true\"");
                });
    }

    @Test
    void what_happens_is_measured() {
        Wire wire = Wire.open(ana, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        long head = wire.await1("welcome").getJsonNumber("head").longValue();
        wire.submit(1, head, "[{\"insert\":\"measured\"}]");
        wire.await1("changes");
        wire.submit(2, head + 1, "[{\"retain\":100000},{\"insert\":\"x\"}]");
        wire.await1("rejected");
        await("all of it is in the metrics")
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("collab_connections [1-9]")
                        .containsPattern("collab_documents [1-9]")
                        .containsPattern("collab_commits_seconds_bucket\\{le=\"[0-9.]+\"} [1-9]")
                        .containsPattern("collab_commit_changes_bucket\\{le=\"1.0\"} [1-9]")
                        .containsPattern("collab_broadcasts_seconds_bucket\\{le=\"[0-9.]+\"} [1-9]")
                        .containsPattern("collab_rejections_total\\{code=\"invalid-delta\"} [1-9]")
                        .contains("collab_queue_events ", "collab_queue_outgoing ", "collab_divergences_total 0.0"));
        wire.close();
    }

    @Test
    void the_dashboard_shows_what_is_measured() throws IOException {
        String scraped = metrics();
        Set<String> names = METRIC.matcher(Files.readString(DASHBOARD))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).hasSizeGreaterThan(12);
        assertThat(names).allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void the_log_tells_ids_and_nothing_that_people_write() throws IOException {
        String marker = "zebra" + UUID.randomUUID().toString().replace("-", "");
        Api ben = Api.newUser(product.uri(), "Ben");
        String secret = ben.createDocument(ben.createRoom("R" + marker), "T" + marker);
        Wire wire = Wire.open(ben, secret);
        String client = UUID.randomUUID().toString();
        wire.hello(client, Optional.empty());
        wire.await1("welcome");
        wire.submit(1, 0, "[{\"insert\":\"" + marker + "\"}]");
        wire.await1("changes");
        wire.submit(2, 1, "[{\"retain\":100000},{\"insert\":\"" + marker + "\"}]");
        wire.await1("rejected");
        ben.get("search?query=" + marker);
        ben.get("links/" + marker);
        String request = UUID.randomUUID().toString();
        var answer = Api.send(HttpRequest.newBuilder(product.uri().resolve("api/documents/" + secret + "/tickets"))
                .header("Authorization", "Bearer " + ben.token())
                .header("X-Request-Id", request)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.response().headers().firstValue("X-Request-Id")).contains(request);
        wire.close();
        await("the log has all of it")
                .untilAsserted(() -> assertThat(log())
                        .contains("document " + secret + " user " + ben.userId() + " client " + client + ": connected")
                        .contains(
                                "document " + secret + " user " + ben.userId() + " client " + client + ": disconnected")
                        .contains("client " + client + ": submission 2 is refused: invalid-delta")
                        .contains("request " + request + " user " + ben.userId() + ": POST /documents"));
        assertThat(log()).doesNotContain(marker);
        assertThat(product.output()).doesNotContain(marker);
    }

    private String metrics() {
        return ana.get("metrics").requireStatus(200).body();
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
