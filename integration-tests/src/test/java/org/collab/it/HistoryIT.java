package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.ChunkingProduct;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, chunks and the hash chain on the launched product, which chunks everything at once here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {
    private static final int CHANGES = 530;
    private static final int CHUNK = 100;

    private ChunkingProduct chunking;
    private Product product;
    private Api ana;
    private String room;

    @BeforeAll
    void start(@TempDir Path directory) {
        chunking = new ChunkingProduct(directory, Duration.ZERO, CHUNK);
        product = chunking.product();
        ana = Api.newUser(product.uri(), "Ana");
        room = ana.createRoom("Room");
    }

    @AfterAll
    void stop() {
        chunking.close();
    }

    @Test
    void I1_chunked_history_says_the_same_as_before() {
        String client = UUID.randomUUID().toString();
        String document = ana.createDocument(room, "Chunked");
        JsonArray typed = type(document, client, CHANGES);
        awaitChunked(document);

        assertThat(changes(document, CHANGES)).isEqualTo(typed);
        assertThat(ana.textAt(document, 250)).isEqualTo("x".repeat(250) + "\n");
        assertThat(ana.textAt(document, CHANGES)).isEqualTo("x".repeat(CHANGES) + "\n");
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
    }

    @Test
    void E4_resubmission_of_a_chunked_change_gets_the_original_revision() {
        String client = UUID.randomUUID().toString();
        String document = ana.createDocument(room, "Chunked");
        type(document, client, CHANGES);
        awaitChunked(document);

        assertThat(submit(document, client, 57, 56)).isEqualTo(57);
        assertThat(head(document)).isEqualTo(CHANGES);
    }

    @Test
    void O4_acknowledged_counts_chunked_changes() {
        String client = UUID.randomUUID().toString();
        String document = ana.createDocument(room, "Chunked");
        type(document, client, CHUNK);
        awaitChunked(document);

        Wire wire = Wire.open(ana, document);
        wire.hello(client, Optional.of(20L));
        assertThat(wire.await1("welcome").getInt("acknowledged")).isEqualTo(CHUNK);
        await("the stream from the chunk").until(() -> wire.changes().size() == CHUNK - 20);
        assertThat(wire.changes().get(0).getInt("revision")).isEqualTo(21);
        wire.close();
    }

    @Test
    void I3_damaged_snapshot_is_passed_over_and_nothing_is_lost() {
        String document = ana.createDocument(room, "Damaged");
        type(document, UUID.randomUUID().toString(), CHANGES);
        await("the last snapshot, kept when nobody is in the document any more")
                .until(() -> product.sql()
                                .update(
                                        "UPDATE snapshots SET contents = '\\x00' WHERE document_id = ? AND revision = ?",
                                        UUID.fromString(document),
                                        CHANGES)
                        == 1);

        assertThat(ana.textAt(document, CHANGES)).isEqualTo("x".repeat(CHANGES) + "\n");
    }

    @Test
    void verify_names_the_first_revision_that_was_tampered_with() {
        String rows = ana.createDocument(room, "Rows");
        type(rows, UUID.randomUUID().toString(), 40);
        product.sql()
                .update(
                        "UPDATE changes SET delta = replace(delta, 'x', 'y') WHERE document_id = ? AND revision = 17",
                        UUID.fromString(rows));
        assertThat(firstInvalid(rows)).isEqualTo(17);

        String chunked = ana.createDocument(room, "Chunked");
        type(chunked, UUID.randomUUID().toString(), 2 * CHUNK);
        awaitChunked(chunked);
        product.sql()
                .update(
                        "UPDATE change_chunks SET payload = set_byte(payload, 40, 7) WHERE document_id = ? AND last_revision = ?",
                        UUID.fromString(chunked),
                        2 * CHUNK);
        assertThat(firstInvalid(chunked)).isEqualTo(CHUNK + 1);

        String missing = ana.createDocument(room, "Missing");
        type(missing, UUID.randomUUID().toString(), 40);
        product.sql().update("DELETE FROM changes WHERE document_id = ? AND revision = 30", UUID.fromString(missing));
        assertThat(firstInvalid(missing)).isEqualTo(30);
    }

    @Test
    void command_line_verifier_says_the_same_without_the_server() {
        String intact = ana.createDocument(room, "Intact");
        type(intact, UUID.randomUUID().toString(), CHUNK + 20);
        awaitChunked(intact);
        assertThat(chunking.verifier(intact)).contains(intact + " intact up to revision 120", "1 intact, 0 broken");

        String broken = ana.createDocument(room, "Broken");
        type(broken, UUID.randomUUID().toString(), CHUNK + 20);
        awaitChunked(broken);
        product.sql()
                .update(
                        "UPDATE changes SET author_id = ? WHERE document_id = ? AND revision = 111",
                        UUID.randomUUID(),
                        UUID.fromString(broken));
        assertThat(chunking.verifier(broken))
                .contains(broken + " BROKEN from revision 111 on: it is not what its hash says");
    }

    /** Waits until all whole chunks are made. */
    private void awaitChunked(String document) {
        chunking.awaitChunked(document, head(document) / CHUNK * CHUNK);
    }

    private long firstInvalid(String document) {
        JsonObject verdict = ana.get("documents/" + document + "/verify").json();
        assertThat(verdict.getBoolean("verified")).isFalse();
        return verdict.getInt("firstInvalidRevision");
    }

    /** Types one x after the other, and gives the changes. */
    private JsonArray type(String document, String client, int count) {
        for (int seq = 1; seq <= count; seq++) {
            submit(document, client, seq, seq - 1);
        }
        return changes(document, count);
    }

    private long submit(String document, String client, int seq, int baseRevision) {
        String at = baseRevision == 0 ? "" : "{\"retain\":" + baseRevision + "},";
        JsonArray delta = Json.createReader(new StringReader("[" + at + "{\"insert\":\"x\"}]"))
                .readArray();
        return ana.post(
                        "documents/" + document + "/changes",
                        Map.of("clientId", client, "seq", seq, "baseRevision", baseRevision, "delta", delta))
                .requireStatus(201)
                .json()
                .getInt("revision");
    }

    private JsonArray changes(String document, int count) {
        var all = Json.createArrayBuilder();
        for (int after = 0; after < count; after += 100) {
            ana.get("documents/" + document + "/changes?limit=100&after=" + after)
                    .json()
                    .getJsonArray("items")
                    .forEach(all::add);
        }
        return all.build();
    }

    private long head(String document) {
        return ana.get("documents/" + document).json().getInt("head");
    }
}
