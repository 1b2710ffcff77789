package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Search by title and text. */
@ExtendWith(SharedProduct.class)
class SearchIT {
    private static final Duration SOON = Duration.ofSeconds(8);

    private final Product product;
    private Api ana;
    private Api eve;
    private String roomId;

    SearchIT(Product product) {
        this.product = product;
        ana = Api.anonymous(product.uri());
        eve = ana;
        roomId = "";
    }

    @BeforeEach
    void meet() {
        ana = Api.newUser(product.uri(), "Ana");
        eve = Api.newUser(product.uri(), "Eve");
        roomId = ana.createRoom("Garden");
    }

    @Test
    void titles_are_found_at_once_in_any_spelling_and_by_their_beginning() {
        String id = ana.createDocument(roomId, "Über die Cañada");
        ana.createDocument(roomId, "Something else");
        for (String query : List.of("Über", "uber", "CANADA", "caña", "uber can", "cañada, ÜB")) {
            assertThat(found(ana, query)).as(query).containsExactly(id);
        }
        assertThat(found(ana, "anada")).isEmpty();
        assertThat(found(ana, "can xyz")).isEmpty();
        JsonObject hit = hits(ana, "can").get(0);
        assertThat(marked(hit, "titleRanges", hit.getJsonObject("document").getString("title")))
                .containsExactly("Cañada");
    }

    @Test
    void another_title_counts_at_once() {
        String id = ana.createDocument(roomId, "Draft");
        ana.patch("documents/" + id, Map.of("title", "Harvest")).requireStatus(200);
        assertThat(found(ana, "harvest")).containsExactly(id);
        assertThat(found(ana, "draft")).isEmpty();
    }

    @Test
    void texts_are_found_within_seconds_with_the_place_marked() {
        String id = ana.createDocument(roomId, "Plan");
        write(id, 1, 0, "<b>Beans</b> & peas. ".repeat(30) + "The tomato wants sun. " + "More. ".repeat(50));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(found(ana, "tomat")).containsExactly(id));

        JsonObject hit = hits(ana, "wants tomat").get(0);
        assertThat(hit.getString("snippet")).contains("The tomato wants sun").hasSizeLessThan(260);
        assertThat(marked(hit, "ranges", hit.getString("snippet"))).containsExactly("tomato", "wants");
        assertThat(hits(ana, "beans").get(0).getString("snippet")).startsWith("<b>Beans</b> & peas.");
    }

    @Test
    void words_that_were_deleted_are_found_no_more() {
        String id = ana.createDocument(roomId, "Plan");
        write(id, 1, 0, "Rhubarb");
        Awaitility.await().atMost(SOON).until(() -> found(ana, "rhubarb").contains(id));
        submit(id, 2, 1, Delta.builder().delete(7).insert("Fennel").build());
        Awaitility.await().atMost(SOON).until(() -> found(ana, "rhubarb").isEmpty());
        assertThat(found(ana, "fennel")).containsExactly(id);
    }

    @Test
    void titles_rank_above_texts() {
        String text = ana.createDocument(roomId, "Plan");
        write(text, 1, 0, "pumpkin ".repeat(40));
        String title = ana.createDocument(roomId, "Pumpkin");
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(found(ana, "pumpkin")).containsExactly(title, text));
        JsonObject second =
                ana.get("search?q=pumpkin&limit=1&offset=1").requireStatus(200).json();
        assertThat(second.getInt("total")).isEqualTo(2);
        assertThat(second.getJsonArray("items")).hasSize(1);
    }

    @Test
    void S14_nobody_finds_what_they_may_not_see() {
        String id = ana.createDocument(roomId, "Secret quince");
        write(id, 1, 0, "medlar");
        Awaitility.await().atMost(SOON).until(() -> found(ana, "medlar").contains(id));
        assertThat(found(eve, "quince")).isEmpty();
        assertThat(found(eve, "medlar")).isEmpty();
        assertThat(eve.get("search?q=medlar").json().getInt("total")).isZero();

        ana.addMember(roomId, eve, "viewer");
        assertThat(found(eve, "medlar")).containsExactly(id);
        ana.delete("rooms/" + roomId + "/members/" + eve.userId());
        assertThat(found(eve, "medlar")).isEmpty();

        ana.delete("documents/" + id);
        assertThat(found(ana, "quince")).isEmpty();
        ana.send("POST", "documents/" + id + "/restore", Optional.empty()).requireStatus(200);
        assertThat(found(ana, "quince")).containsExactly(id);
        ana.delete("rooms/" + roomId);
        assertThat(found(ana, "quince")).isEmpty();
    }

    @Test
    void whatever_is_asked_for_is_only_words() {
        ana.createDocument(roomId, "Plan");
        for (String query :
                List.of("'", "\\", "& | ! ( ) <->", "plan' | 'x", "a:* & !b", "%", "日本 \uD83D\uDE00", " ")) {
            ana.get("search?q=" + encoded(query)).requireStatus(200);
        }
        assertThat(found(ana, "' ) ! plan")).hasSize(1);
        ana.get("search").requireStatus(400);
        ana.get("search?q=" + "x".repeat(201)).requireStatus(400);
        Api.anonymous(product.uri()).get("search?q=plan").requireStatus(401);
    }

    @Test
    void an_enormous_text_of_many_words_is_indexed_as_far_as_the_index_goes() {
        String id = ana.createDocument(roomId, "Long");
        long seq = 1;
        for (int part = 0; part < 8; part++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 12_000; i++) {
                text.append("word").append(part).append('x').append(i).append(' ');
            }
            write(id, seq, seq - 1, text.toString());
            seq++;
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> found(ana, "word7x5").contains(id));
    }

    @Test
    void a_text_that_a_dying_node_left_out_is_caught_up_with() {
        String id = ana.createDocument(roomId, "Plan");
        write(id, 1, 0, "celeriac");
        Awaitility.await().atMost(SOON).until(() -> found(ana, "celeriac").contains(id));
        product.sql()
                .update(
                        "UPDATE document_texts SET revision = 0, text = '', text_words = '' WHERE document_id = ?",
                        UUID.fromString(id));
        assertThat(found(ana, "celeriac")).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(45))
                .until(() -> found(ana, "celeriac").contains(id));
    }

    private void write(String id, long seq, long base, String text) {
        submit(id, seq, base, Delta.builder().insert(text).build());
    }

    private void submit(String id, long seq, long base, Delta delta) {
        String clientId =
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        ana.post(
                        "documents/" + id + "/changes",
                        Map.of(
                                "clientId",
                                clientId,
                                "seq",
                                seq,
                                "baseRevision",
                                base,
                                "delta",
                                Json.createReader(new StringReader(DeltaJson.write(delta)))
                                        .readArray()))
                .requireStatus(201);
    }

    private static List<JsonObject> hits(Api api, String query) {
        return api.get("search?q=" + encoded(query))
                .requireStatus(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static List<String> found(Api api, String query) {
        return hits(api, query).stream()
                .map(hit -> hit.getJsonObject("document").getString("id"))
                .toList();
    }

    private static List<String> marked(JsonObject hit, String ranges, String text) {
        return hit.getJsonArray(ranges).getValuesAs(JsonObject.class).stream()
                .map(range -> text.substring(range.getInt("index"), range.getInt("index") + range.getInt("length")))
                .toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
