package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Pictures;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.collab.it.product.StoredText;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking tables and pictures out of a history. */
@ExtendWith(SharedProduct.class)
class EmbedRedactionIT {
    private static final String SECRET = "SALARYLIST";

    private final Product product;
    private final Api ana;
    private final Api ben;
    private final String document;
    private final Pen pen;
    private final Pen other;

    EmbedRedactionIT(Product product) {
        SharedDocument shared = new SharedDocument(product.uri());
        this.product = product;
        ana = shared.ana;
        ben = shared.ben;
        document = shared.id;
        pen = new Pen(ana, document);
        other = new Pen(ben, document);
    }

    @Test
    void a_table_typed_letter_by_letter_is_empty_in_every_revision_and_copies_keep_their_own() {
        String secret = SECRET + UUID.randomUUID();
        typeTable(secret);
        String copy = ana.post("documents/" + document + "/copies", Map.of())
                .requireStatus(201)
                .json()
                .getString("id");
        await("the search knows it").atMost(Duration.ofSeconds(20)).until(() -> found(secret) == 2);
        Wire wire = Wire.open(ben, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        long head = head();

        JsonObject redaction =
                redact(ana, document, 0, false).requireStatus(201).json();

        assertThat(redaction.getInt("units")).isEqualTo(secret.length() + 5);
        assertThat(redaction.getJsonArray("pictures")).isEmpty();
        assertThat(wire.await1("resync").getJsonArray("contents").toString())
                .contains("█".repeat(secret.length()))
                .contains("After the table")
                .doesNotContain(secret);
        for (long revision = 1; revision <= head; revision++) {
            assertThat(contentsAt(document, revision))
                    .doesNotContain(secret.substring(0, 1))
                    .doesNotContain("Wages");
        }
        assertThat(ana.get("documents/" + document + "/changes?limit=100").body())
                .doesNotContain("\"S\"");
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
        assertThat(ana.contents(copy).toString()).contains(secret);
        await("the search has forgotten it").atMost(Duration.ofSeconds(20)).until(() -> found(secret) == 1);

        redact(ana, copy, 0, false).requireStatus(201);
        await("it is nowhere in the database")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(StoredText.tablesWith(product.sql(), secret)).isEmpty());
        other.write(Delta.builder()
                .retainEmbed("table-embed", typed("r1:c1", 0, "new "), Attributes.EMPTY)
                .build());
        assertThat(ana.contents(document).toString()).contains("new █");
        wire.close();
    }

    @Test
    void a_picture_leaves_a_place_holder_and_its_bytes_go_with_its_last_place() {
        String image = upload();
        pen.write(picture(image));
        pen.insert(0, "Before ");
        String copy = ana.post("documents/" + document + "/copies", Map.of("title", "The copy"))
                .requireStatus(201)
                .json()
                .getString("id");
        other.write(picture(image));

        JsonObject extent = redact(ana, document, 0, true).requireStatus(200).json();
        JsonObject told = extent.getJsonArray("pictures").getJsonObject(0);
        assertThat(told.getBoolean("erased")).isFalse();
        assertThat(told.getInt("places")).isEqualTo(1);
        assertThat(told.getJsonArray("documents").getJsonObject(0).getString("title"))
                .isEqualTo("The copy");
        assertThat(told.getInt("otherDocuments")).isZero();

        redact(ana, document, 0, false).requireStatus(201);
        assertThat(contentsAt(document, head())).contains("\"redacted\"", "images/" + image);
        assertThat(status(document, image)).as("another place shows it").isEqualTo(200);

        redact(ana, document, 8, false).requireStatus(201);
        for (long revision = 1; revision <= head(); revision++) {
            assertThat(contentsAt(document, revision)).doesNotContain(image);
        }
        assertThat(status(document, image)).isEqualTo(404);
        assertThat(status(copy, image)).as("the copy keeps its own").isEqualTo(200);

        JsonObject last = redact(ana, copy, 7, false).requireStatus(201).json();
        assertThat(last.getJsonArray("pictures").getJsonObject(0).getBoolean("erased"))
                .isTrue();
        assertThat(status(copy, image)).isEqualTo(404);
        assertThat(product.sql().query("SELECT 1 FROM images WHERE id = ?", UUID.fromString(image)))
                .isEmpty();
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
    }

    @Test
    void a_place_holder_is_restored_and_copied_like_anything_else() {
        pen.write(picture(upload()));
        redact(ana, document, 0, false).requireStatus(201);
        pen.delete(0, 1);
        ana.post(
                        "documents/" + document + "/history/restore",
                        Map.of("revision", 1, "clientId", UUID.randomUUID(), "seq", 1))
                .requireStatus(201);
        String copy = ana.post("documents/" + document + "/copies", Map.of())
                .requireStatus(201)
                .json()
                .getString("id");
        assertThat(contentsAt(copy, 1)).contains("{\"image\":\"redacted\"}");
    }

    @Test
    void documents_that_the_owner_cannot_see_are_counted_only() {
        String image = upload();
        pen.write(picture(image));
        String bens = ben.createDocument(ben.createRoom("Ben's own"), "Private");
        ben.put("documents/" + bens + "/images/" + image, Map.of()).requireStatus(204);
        JsonObject told = redact(ana, document, 0, false)
                .requireStatus(201)
                .json()
                .getJsonArray("pictures")
                .getJsonObject(0);
        assertThat(told.getJsonArray("documents")).isEmpty();
        assertThat(told.getInt("otherDocuments")).isEqualTo(1);
        assertThat(ben.download("documents/" + bens + "/images/" + image).statusCode())
                .isEqualTo(200);
    }

    /** A table with a heading, typed by two people, and a text that is put into its first cell letter by letter. */
    private void typeTable(String secret) {
        pen.write(Delta.builder()
                .embed("table-embed", Map.of("rows", Map.of("r1", "i"), "columns", Map.of("c1", "i", "c2", "r")))
                .insert("After the table")
                .build());
        other.write(inTable(typed("r1:c2", 0, "Wages")));
        for (int i = 0; i < secret.length(); i++) {
            (i % 2 == 0 ? pen : other).write(inTable(typed("r1:c1", i, secret.substring(i, i + 1))));
        }
    }

    private static Delta inTable(Map<String, Object> change) {
        return Delta.builder()
                .retainEmbed("table-embed", change, Attributes.EMPTY)
                .build();
    }

    private static Map<String, Object> typed(String cell, int at, String text) {
        Map<String, Object> insert = Map.of("insert", text);
        return Map.of(cell, at == 0 ? List.of(insert) : List.of(Map.of("retain", (long) at), insert));
    }

    private String upload() {
        byte[] answer = ana.upload("documents/" + document + "/images", "image/png", Pictures.png(4, 3))
                .body();
        return Json.createReader(new StringReader(new String(answer, StandardCharsets.UTF_8)))
                .readObject()
                .getString("id");
    }

    private static Delta picture(String image) {
        return Delta.builder().embed("image", "images/" + image).build();
    }

    private Api.Answer redact(Api api, String id, int index, boolean dryRun) {
        int head = api.get("documents/" + id).json().getInt("head");
        return api.send(
                "POST",
                "documents/" + id + "/redactions",
                Optional.of("{\"revision\":" + head + ",\"index\":" + index
                        + ",\"length\":1,\"reason\":\"not ours\",\"dryRun\":" + dryRun + "}"));
    }

    private long head() {
        return ana.get("documents/" + document).json().getInt("head");
    }

    private String contentsAt(String id, long revision) {
        return ana.get("documents/" + id + "/contents?revision=" + revision)
                .requireStatus(200)
                .json()
                .getJsonArray("contents")
                .toString();
    }

    private int status(String id, String image) {
        return ana.download("documents/" + id + "/images/" + image).statusCode();
    }

    private int found(String text) {
        return ana.get("search?q=" + text).requireStatus(200).json().getInt("total");
    }
}
