package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Pictures;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables, pictures and mentions, on the running product. */
@ExtendWith(SharedProduct.class)
@TestInstance(Lifecycle.PER_CLASS)
class EmbedsIT {
    private static final Api NOBODY = Api.anonymous(URI.create("http://127.0.0.1/"));
    private static final String TABLE = "{\"rows\":{\"r1\":\"i\",\"r2\":\"r\"},\"columns\":{\"c1\":\"i\",\"c2\":\"r\"},"
            + "\"r1:c1\":[{\"insert\":\"Name\",\"bold\":true}]}";

    private Api ana = NOBODY;
    private Api ben = NOBODY;
    private Api eve = NOBODY;
    private String document = "";
    private int seq;
    private String clientId = "";

    @BeforeAll
    void signUp(Product product) {
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
        eve = Api.newUser(product.uri(), "Eve");
    }

    @BeforeEach
    void prepare() {
        String room = ana.createRoom("Embeds");
        document = ana.createDocument(room, "A document");
        ana.addMember(room, ben, "viewer");
        clientId = UUID.randomUUID().toString();
        seq = 0;
    }

    @Test
    void row_and_column_and_typing_at_the_same_time_end_rectangular() {
        submit(0, "[{\"insert\":{\"table-embed\":" + TABLE + "}}]").requireStatus(201);
        submit(1, change("{\"rows\":{\"r3\":\"k\"}}")).requireStatus(201);
        submit(1, change("{\"columns\":{\"c3\":\"x\"}}")).requireStatus(201);
        submit(1, change("{\"r1:c1\":[{\"retain\":4},{\"insert\":\"!\"}]}")).requireStatus(201);
        submit(1, change("{\"rows\":{\"r1\":\"z\"}}")).requireStatus(201);

        assertThat(ana.contents(document).toString())
                .contains("\"rows\":{\"r1\":\"z\",\"r2\":\"r\",\"r3\":\"k\"}")
                .contains("\"columns\":{\"c1\":\"i\",\"c2\":\"r\",\"c3\":\"x\"}")
                .contains("\"r1:c1\":[{\"bold\":true,\"insert\":\"Name\"},{\"insert\":\"!\"}]");
        assertThat(ana.get("documents/" + document + "/verify")
                        .requireStatus(200)
                        .body())
                .contains("\"verified\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rows\":[\"r1\"]} | invalid-delta",
                "{\"rows\":{\"constructor\":\"i\"}} | invalid-delta",
                "{\"__proto__\":{\"a\":\"i\"}} | invalid-delta",
                "{\"r1:c1\":[{\"delete\":5}]} | invalid-delta",
                "{\"r1:c1\":[{\"retain\":0}]} | invalid-delta",
                "{\"r1:c1\":[{\"insert\":\"\\u0000\"}]} | invalid-delta",
                "{\"r1:c1\":[{\"insert\":\"x\",\"link\":\"javascript:alert(1)\"}]} | forbidden-format",
                "{\"r1:c1\":[{\"insert\":\"x\",\"header\":1}]} | forbidden-format",
                "{\"settings\":{\"onclick\":true}} | forbidden-format",
                "[] | invalid-delta"
            })
    void I7_malformed_change_of_a_table_is_refused_and_changes_nothing(String change, String code) {
        submit(0, "[{\"insert\":{\"table-embed\":" + TABLE + "}}]").requireStatus(201);
        JsonObject before = ana.contents(document);

        Answer refused = submit(1, change(change));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().getString("code")).isEqualTo(code);
        assertThat(ana.contents(document)).isEqualTo(before);
        submit(1, change("{\"r2:c2\":[{\"insert\":\"still works\"}]}")).requireStatus(201);
    }

    @Test
    void I7_change_of_a_table_that_is_none_is_refused() {
        submit(0, "[{\"insert\":\"text\"}]").requireStatus(201);
        assertThat(submit(1, change("{\"rows\":{\"r3\":\"k\"}}")).json().getString("code"))
                .isEqualTo("invalid-delta");
    }

    @Test
    void S12_image_is_stored_by_editors_and_read_by_members_alone() {
        byte[] png = Pictures.png(300, 200);
        JsonObject stored = json(ana.upload("documents/" + document + "/images", "image/png", png), 201);
        assertThat(stored.getInt("width")).isEqualTo(300);
        assertThat(stored.getInt("height")).isEqualTo(200);
        assertThat(stored.getString("type")).isEqualTo("image/png");
        String path = "documents/" + document + "/images/" + stored.getString("id");

        HttpResponse<byte[]> read = ben.download(path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).hasSize(stored.getInt("bytes"));
        assertThat(read.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(read.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.headers().firstValue("Cache-Control").orElse("")).contains("private");

        assertThat(eve.download(path).statusCode()).isEqualTo(404);
        assertThat(Api.anonymous(ana.base()).download(path).statusCode()).isEqualTo(401);
        assertThat(ben.upload("documents/" + document + "/images", "image/png", png)
                        .statusCode())
                .isEqualTo(403);
        assertThat(eve.upload("documents/" + document + "/images", "image/png", png)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void S14_image_of_another_document_is_not_there() {
        String id = json(ana.upload("documents/" + document + "/images", "image/png", Pictures.png(3, 3)), 201)
                .getString("id");
        String other = ana.createDocument(ana.createRoom("Another"), "Another");
        assertThat(ana.download("documents/" + other + "/images/" + id).statusCode())
                .isEqualTo(404);
        assertThat(ana.download("documents/" + document + "/images/" + id.toUpperCase(java.util.Locale.ROOT))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void S14_image_is_taken_over_by_who_may_read_it_and_edits_the_other_document() {
        String id = json(ana.upload("documents/" + document + "/images", "image/png", Pictures.png(3, 3)), 201)
                .getString("id");
        String other = ana.createDocument(ana.createRoom("Another"), "Another");
        String path = "documents/" + other + "/images/" + id;
        String eves = eve.createDocument(eve.createRoom("Eve's"), "Eve's");

        ben.put(path, Map.of()).requireStatus(404);
        eve.put("documents/" + eves + "/images/" + id, Map.of()).requireStatus(404);
        assertThat(ana.download(path).statusCode()).isEqualTo(404);
        ana.put(path, Map.of()).requireStatus(204);
        ana.put(path, Map.of()).requireStatus(204);
        assertThat(ana.download(path).statusCode()).isEqualTo(200);
    }

    @Test
    void S12_what_is_no_picture_is_refused_whatever_it_is_called() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        String path = "documents/" + document + "/images";
        assertThat(json(ana.upload(path, "image/png", svg), 415).getString("code"))
                .isEqualTo("unsupported-media-type");
        json(ana.upload(path, "image/svg+xml", svg), 415);
        json(ana.upload(path, "text/html", Pictures.png(3, 3)), 415);
        json(ana.upload(path, "image/png", new byte[10_485_761]), 413);
    }

    @Test
    void image_larger_than_other_requests_is_taken() {
        byte[] large = noise(900, 900);
        assertThat(large.length).isGreaterThan(2_000_000);
        json(ana.upload("documents/" + document + "/images", "image/png", large), 201);
    }

    @Test
    void S9_image_and_mention_are_embeds_of_a_known_form() {
        String id = UUID.randomUUID().toString();
        submit(0, "[{\"insert\":{\"image\":\"images/" + id + "\"},\"attributes\":{\"alt\":\"x\",\"width\":300}}]")
                .requireStatus(201);
        submit(1, "[{\"insert\":{\"mention\":{\"userId\":\"" + ben.userId() + "\",\"name\":\"Ben\"}}}]")
                .requireStatus(201);
        assertThat(submit(2, "[{\"insert\":{\"image\":\"https://example.com/x.png\"}}]")
                        .json()
                        .getString("code"))
                .isEqualTo("forbidden-format");
    }

    private static String change(String change) {
        return "[{\"retain\":{\"table-embed\":" + change + "}}]";
    }

    private Answer submit(long base, String delta) {
        seq++;
        return ana.post(
                "documents/" + document + "/changes",
                Map.of(
                        "clientId",
                        clientId,
                        "seq",
                        seq,
                        "baseRevision",
                        base,
                        "delta",
                        Json.createReader(new StringReader(delta)).readArray()));
    }

    private static JsonObject json(HttpResponse<byte[]> response, int status) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        return Json.createReader(new StringReader(body)).readObject();
    }

    /** Does not compress. */
    private static byte[] noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return Pictures.png(image);
    }
}
