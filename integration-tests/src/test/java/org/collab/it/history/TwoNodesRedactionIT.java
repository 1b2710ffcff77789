package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A redaction while the document is open on two nodes that share nothing but the database. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesRedactionIT {
    private static final String SECRET = "hunter2-correct-horse";
    private static final Duration SOON = Duration.ofSeconds(3);

    private Product first;
    private Product second;

    @BeforeAll
    void start(Product shared, @TempDir Path directory) {
        first = shared;
        second = Product.startBeside(first, directory);
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @Test
    void both_nodes_forget_the_text_and_both_editors_go_on() {
        Api ana = Api.newUser(first.uri(), "Ana");
        Api ben = Api.newUser(second.uri(), "Ben");
        String room = ana.createRoom("Room");
        String document = ana.createDocument(room, "Secrets");
        ana.addMember(room, ben, "editor");
        Wire anas = Wire.open(ana, document);
        anas.hello(UUID.randomUUID().toString(), Optional.empty());
        anas.await1("welcome");
        Wire bens = Wire.open(ben, document);
        bens.hello(UUID.randomUUID().toString(), Optional.empty());
        bens.await1("welcome");
        anas.submit(1, 0, "[{\"insert\":\"The password is " + SECRET + "\"}]");
        await("the edit on both nodes")
                .until(() -> anas.changes().size() == 1 && bens.changes().size() == 1);
        for (String path : paths(1)) {
            assertThat(ben.get("documents/" + document + "/" + path)
                            .requireStatus(200)
                            .body())
                    .as("what the second node holds before")
                    .contains(path.startsWith("history?") || path.startsWith("authorship") ? ana.userId() : SECRET);
        }

        Map<Api, String> before = Map.of(ana, divergences(ana), ben, divergences(ben));
        redact(ana, document);

        for (Wire wire : List.of(anas, bens)) {
            JsonObject resync = wire.await1("resync");
            assertThat(resync.getString("code")).isEqualTo("history-rewritten");
            assertThat(resync.getJsonArray("contents").toString())
                    .contains("The password is █")
                    .doesNotContain(SECRET);
        }
        for (Api node : List.of(ana, ben)) {
            for (String path : paths(2)) {
                assertThat(node.get("documents/" + document + "/" + path)
                                .requireStatus(200)
                                .body())
                        .as("%s of %s", path, node.base())
                        .doesNotContain(SECRET);
            }
            Wire late = Wire.open(node, document);
            late.hello(UUID.randomUUID().toString(), Optional.of(0L));
            await("the changes of the past")
                    .atMost(SOON)
                    .until(() -> !late.received().isEmpty());
            assertThat(late.received().toString()).doesNotContain(SECRET);
            late.close();
        }

        anas.submit(2, 2, "[{\"insert\":\"A\"}]");
        bens.submit(1, 2, "[{\"insert\":\"B\"}]");
        await("both edits on both nodes").untilAsserted(() -> {
            assertThat(ana.delta(document)).isEqualTo(ben.delta(document));
            assertThat(ana.contents(document).getInt("revision")).isEqualTo(4);
        });
        for (Api node : List.of(ana, ben)) {
            assertThat(node.get("documents/" + document + "/verify").json().getBoolean("verified"))
                    .isTrue();
            assertThat(divergences(node)).as("divergences of %s", node.base()).isEqualTo(before.get(node));
        }
        anas.close();
        bens.close();
    }

    private static String divergences(Api node) {
        return node.get("metrics")
                .requireStatus(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("collab_divergences_total "))
                .findFirst()
                .orElseThrow();
    }

    private static void redact(Api owner, String document) {
        owner.send(
                        "POST",
                        "documents/" + document + "/redactions",
                        Optional.of("{\"revision\":1,\"index\":16,\"length\":" + SECRET.length()
                                + ",\"reason\":\"a password\"}"))
                .requireStatus(201);
    }

    /** Everything that tells what a document says or has said. */
    private static List<String> paths(int to) {
        return List.of(
                "contents",
                "contents?revision=1",
                "changes?after=0",
                "history/difference?from=0&to=" + to,
                "history?limit=10",
                "authorship");
    }
}
