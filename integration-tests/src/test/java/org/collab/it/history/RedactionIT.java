package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.ChunkingProduct;
import org.collab.it.product.Product;
import org.collab.it.product.StoredText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Taking a password out of rows, chunks, snapshots and open editors, on a product that chunks everything at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedactionIT {
    private static final String SECRET = "hunter2-correct-horse";
    private static final String OTHER = "swordfish-battery";
    private static final int CHUNK = 20;

    private ChunkingProduct chunking;
    private Product product;
    private Api ana;
    private Api ben;
    private String room;

    @BeforeAll
    void start(@TempDir Path directory) {
        chunking = new ChunkingProduct(directory, Duration.ofSeconds(2), CHUNK);
        product = chunking.product();
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
        room = ana.createRoom("Room");
        ana.addMember(room, ben, "editor");
    }

    @AfterAll
    void stop() {
        chunking.close();
    }

    @Test
    void the_text_is_nowhere_in_the_database_and_the_history_still_verifies() {
        String document = ana.createDocument(room, "Secrets");
        Pen pen = new Pen(ana, document);
        Pen other = new Pen(ben, document);
        pen.insert(0, "The password is " + SECRET + ", keep it.\n");
        for (int i = 0; i < SECRET.length(); i++) { // letter by letter, by two people
            (i % 2 == 0 ? pen : other).insert(i, SECRET.substring(i, i + 1));
        }
        other.delete(0, SECRET.length());
        chunking.awaitChunked(document, CHUNK);
        long head = pen.insert(0, "Again: " + SECRET + "\n");
        ana.post("documents/" + document + "/versions", Map.of("name", "With " + SECRET))
                .requireStatus(201);
        assertThat(StoredText.tablesWith(product.sql(), SECRET)).isNotEmpty();

        JsonObject extent = redact(document, head, 7, Optional.of("\"dryRun\":true"))
                .requireStatus(200)
                .json();
        assertThat(extent.getInt("units")).isEqualTo(3 * SECRET.length());
        assertThat(extent.getInt("changes")).isEqualTo(2 + SECRET.length());
        JsonObject redaction =
                redact(document, head, 7, Optional.empty()).requireStatus(201).json();
        assertThat(redaction.getInt("units")).isEqualTo(3 * SECRET.length());
        assertThat(redaction.getInt("revision")).isEqualTo(head + 1);

        await("every copy gone, also those that are made beside")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(StoredText.tablesWith(product.sql(), SECRET)).isEmpty());
        assertThat(ana.textAt(document, 1))
                .isEqualTo("The password is " + "█".repeat(SECRET.length()) + ", keep it.\n\n");
        assertThat(ana.textAt(document, head)).startsWith("Again: " + "█".repeat(SECRET.length()));
        JsonObject verdict = ana.get("documents/" + document + "/verify").json();
        assertThat(verdict.getBoolean("verified")).as(verdict.toString()).isTrue();
        assertThat(verdict.getJsonArray("redactions").getJsonObject(0).getString("reason"))
                .isEqualTo("a password");
        assertThat(chunking.verifier(document))
                .contains("1 intact, 0 broken", "redacted at revision " + (head + 1), "a password");

        long later = pen.insert(0, "On we go. ");
        chunking.awaitChunked(document, later - later % CHUNK);
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
        assertThat(ana.get("documents/" + document + "/redactions").json().getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void tampering_is_still_found_after_a_redaction_and_in_the_redaction_itself() {
        String document = ana.createDocument(room, "Tampered");
        Pen pen = new Pen(ana, document);
        long head = pen.insert(0, "Code: " + SECRET + "\n");
        redact(document, head, 6, Optional.empty()).requireStatus(201);
        pen.insert(0, "x");
        UUID id = UUID.fromString(document);
        product.sql().update("UPDATE redactions SET reason = 'because' WHERE document_id = ?", id);
        JsonObject forged = ana.get("documents/" + document + "/verify").json();
        assertThat(forged.getInt("firstInvalidRevision")).isEqualTo(2);
        product.sql().update("UPDATE redactions SET reason = 'a password' WHERE document_id = ?", id);
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
        product.sql()
                .update(
                        "UPDATE changes SET delta = replace(delta, 'Code', 'Cafe') WHERE document_id = ? AND revision = 1",
                        id);
        assertThat(ana.get("documents/" + document + "/verify").json().getInt("firstInvalidRevision"))
                .isEqualTo(1);
    }

    @Test
    void open_editors_get_the_contents_anew_and_go_on() {
        String document = ana.createDocument(room, "Open");
        long head = new Pen(ana, document).insert(0, "Code: " + SECRET + "\n");
        Wire wire = Wire.open(ben, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        redact(document, head, 6, Optional.empty()).requireStatus(201);
        JsonObject resync = wire.await1("resync");
        assertThat(resync.getString("code")).isEqualTo("history-rewritten");
        assertThat(resync.getInt("head")).isEqualTo(head + 1);
        assertThat(resync.getJsonArray("contents").toString())
                .doesNotContain(SECRET)
                .contains("Code: █");
        wire.submit(1, head, "[{\"insert\":\"mine \"}]");
        await("the edit").until(() -> !wire.changes().isEmpty());
        assertThat(ana.delta(document).toString()).contains("mine Code: █").doesNotContain(SECRET);
        assertThat(ana.get("metrics").body()).contains("collab_divergences_total 0");
        wire.close();
    }

    @Test
    void only_owners_redact_and_say_why_without_repeating_it() {
        String document = ana.createDocument(room, "Rights");
        long head = new Pen(ana, document).insert(0, OTHER);
        String body = "{\"revision\":" + head + ",\"index\":0,\"length\":" + OTHER.length() + ",\"reason\":\"%s\"}";
        ben.send("POST", "documents/" + document + "/redactions", Optional.of(body.formatted("x")))
                .requireStatus(403);
        ana.send("POST", "documents/" + document + "/redactions", Optional.of(body.formatted(" ")))
                .requireStatus(400);
        ana.send("POST", "documents/" + document + "/redactions", Optional.of(body.formatted("was " + OTHER)))
                .requireStatus(400);
        ana.send(
                        "POST",
                        "documents/" + document + "/redactions",
                        Optional.of("{\"revision\":1,\"index\":4,\"length\":400,\"reason\":\"x\"}"))
                .requireStatus(400);
        assertThat(ana.delta(document).toString()).contains(OTHER);
    }

    private Api.Answer redact(String document, long revision, int index, Optional<String> more) {
        return ana.send(
                "POST",
                "documents/" + document + "/redactions",
                Optional.of("{\"revision\":" + revision + ",\"index\":" + index + ",\"length\":" + SECRET.length()
                        + ",\"reason\":\"a password\""
                        + more.map(field -> "," + field).orElse("") + "}"));
    }
}
