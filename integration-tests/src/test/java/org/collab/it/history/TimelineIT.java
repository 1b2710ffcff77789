package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
class TimelineIT {
    private final Product product;
    private final Api ana;
    private final Api ben;
    private final String room;
    private final String document;

    TimelineIT(Product product) {
        this.product = product;
        SharedDocument shared = new SharedDocument(product.uri());
        ana = shared.ana;
        ben = shared.ben;
        room = shared.room;
        document = shared.id;
    }

    @Test
    void changes_are_grouped_into_a_session_with_what_each_author_has_done() {
        new Pen(ana, document).insert(0, "Hello world");
        new Pen(ben, document).delete(5, 6);
        new Pen(ben, document).insert(5, " there");

        JsonObject timeline = timeline("");
        assertThat(timeline.getInt("head")).isEqualTo(3);
        JsonObject session = timeline.getJsonArray("items").getJsonObject(0);
        assertThat(session.getInt("firstRevision")).isEqualTo(1);
        assertThat(session.getInt("lastRevision")).isEqualTo(3);
        assertThat(session.getInt("inserted")).isEqualTo(17);
        assertThat(session.getInt("deleted")).isEqualTo(6);
        JsonObject second = session.getJsonArray("authors").getJsonObject(1);
        assertThat(second.getString("userId")).isEqualTo(ben.userId());
        assertThat(second.getInt("inserted")).isEqualTo(6);
        assertThat(second.getInt("deleted")).isEqualTo(6);
        assertThat(names(timeline)).containsExactly("Ana", "Ben");
    }

    @Test
    void a_pause_of_five_minutes_begins_a_new_session_and_pages_follow_each_other() {
        Pen pen = new Pen(ana, document);
        for (int i = 0; i < 6; i++) {
            pen.insert(0, "x");
        }
        product.sql()
                .update(
                        "UPDATE changes SET created_at = created_at - (6 - revision) * interval '6 minutes'"
                                + " WHERE document_id = ?",
                        UUID.fromString(document));
        product.sql().update("DELETE FROM history_sessions WHERE document_id = ?", UUID.fromString(document));
        JsonObject first = timeline("?limit=4");
        assertThat(first.getInt("total")).isEqualTo(6);
        assertThat(revisions(first)).containsExactly(6, 5, 4, 3);
        JsonObject second = timeline("?limit=4&before=" + first.getInt("next"));
        assertThat(revisions(second)).containsExactly(2, 1);
        assertThat(second.get("next")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void the_timeline_is_filtered_by_person_and_by_names() {
        new Pen(ana, document).insert(0, "one");
        assertThat(timeline("?userId=" + ben.userId()).getInt("total")).isZero();
        assertThat(timeline("?userId=" + ana.userId()).getInt("total")).isEqualTo(1);
        assertThat(timeline("?named=true").getInt("total")).isZero();
        name("First draft");
        JsonObject named = timeline("?named=true");
        assertThat(named.getInt("total")).isEqualTo(1);
        assertThat(named.getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonArray("versions")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("First draft");
    }

    @Test
    void a_difference_shows_additions_and_deletions_with_their_authors() {
        new Pen(ana, document).insert(0, "Hello world");
        new Pen(ben, document).delete(5, 6);
        new Pen(ana, document).insert(5, "!");

        JsonObject difference = ben.get("documents/" + document + "/history/difference?from=1&to=3")
                .requireStatus(200)
                .json();
        assertThat(difference.getBoolean("exact")).isTrue();
        assertThat(difference.getJsonArray("passages").getValuesAs(JsonObject.class).stream()
                        .map(passage -> passage.getString("kind") + " "
                                + passage.getJsonObject("op").getString("insert") + " "
                                + passage.getString("userId", "-"))
                        .toList())
                .containsExactly(
                        "kept Hello -", "added ! " + ana.userId(), "removed  world " + ben.userId(), "kept \n -");
        ben.get("documents/" + document + "/history/difference?from=1&to=9").requireStatus(409);
        ben.get("documents/" + document + "/history/difference?from=3&to=1").requireStatus(400);
        ben.get("documents/" + document + "/history/difference?to=1").requireStatus(400);
    }

    @Test
    void authorship_covers_the_contents_of_any_revision() {
        new Pen(ana, document).insert(0, "Hello world");
        new Pen(ben, document).insert(5, ", dear");

        JsonObject authors = ben.get("documents/" + document + "/authorship")
                .requireStatus(200)
                .json();
        assertThat(authors.getInt("revision")).isEqualTo(2);
        assertThat(authors.getJsonArray("stretches").getValuesAs(JsonObject.class).stream()
                        .map(stretch -> stretch.getInt("length") + " " + stretch.getString("userId", "-"))
                        .toList())
                .containsExactly("5 " + ana.userId(), "6 " + ben.userId(), "6 " + ana.userId(), "1 -");
        assertThat(ben.get("documents/" + document + "/authorship?revision=1")
                        .json()
                        .getJsonArray("stretches"))
                .hasSize(2);
    }

    @Test
    void editors_name_rename_star_and_unname_versions() {
        new Pen(ana, document).insert(0, "one");
        JsonObject version = name("  Draft ");
        String path = "documents/" + document + "/versions/" + version.getString("id");
        assertThat(version.getString("name")).isEqualTo("Draft");
        assertThat(version.getInt("revision")).isEqualTo(1);
        assertThat(ana.post("documents/" + document + "/versions", Map.of("name", "Again", "revision", 1))
                        .requireStatus(409)
                        .body())
                .contains("already-named");
        ana.post("documents/" + document + "/versions", Map.of("name", "Later", "revision", 2))
                .requireStatus(409);
        ana.post("documents/" + document + "/versions", Map.of("name", "  ")).requireStatus(400);
        JsonObject starred = ben.send(
                        "PATCH", path, java.util.Optional.of("{\"starred\":true,\"name\":\"Final\",\"revision\":0}"))
                .requireStatus(200)
                .json();
        assertThat(starred.getBoolean("starred")).isTrue();
        assertThat(starred.getString("name")).isEqualTo("Final");
        assertThat(starred.getInt("revision")).isEqualTo(1);
        ben.delete(path).requireStatus(204);
        assertThat(ana.get("documents/" + document + "/versions").json().getInt("total"))
                .isZero();
    }

    @Test
    void viewers_see_the_history_only_where_the_room_allows_it_and_name_nothing() {
        new Pen(ana, document).insert(0, "one");
        JsonObject version = name("Draft");
        Api vic = Api.newUser(product.uri(), "Vic");
        ana.addMember(room, vic, "viewer");
        List<String> paths = List.of(
                "history",
                "history/difference?from=0&to=1",
                "authorship",
                "versions",
                "contents?revision=0",
                "changes?after=0");
        paths.forEach(path -> vic.get("documents/" + document + "/" + path).requireStatus(200));
        vic.post("documents/" + document + "/versions", Map.of("name", "Mine", "revision", 0))
                .requireStatus(403);
        vic.delete("documents/" + document + "/versions/" + version.getString("id"))
                .requireStatus(403);

        ben.send("PATCH", "rooms/" + room, java.util.Optional.of("{\"historyForViewers\":false}"))
                .requireStatus(403);
        JsonObject changed = ana.send("PATCH", "rooms/" + room, java.util.Optional.of("{\"historyForViewers\":false}"))
                .requireStatus(200)
                .json();
        assertThat(changed.getBoolean("historyForViewers")).isFalse();
        assertThat(changed.getString("name")).isEqualTo("Room");
        paths.forEach(path -> vic.get("documents/" + document + "/" + path).requireStatus(403));
        paths.forEach(path -> ben.get("documents/" + document + "/" + path).requireStatus(200));
        vic.get("documents/" + document + "/contents").requireStatus(200);

        Api eve = Api.newUser(product.uri(), "Eve");
        paths.forEach(path -> eve.get("documents/" + document + "/" + path).requireStatus(404));
    }

    @Test
    void the_resources_are_described_for_everybody() {
        Api.Answer description = Api.anonymous(product.uri()).get("openapi").requireStatus(200);
        assertThat(description.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/yaml");
        assertThat(description.body())
                .startsWith("openapi: 3")
                .contains("/documents/{id}/history/undo:", "/documents/{id}/redactions:");
    }

    private JsonObject name(String name) {
        return ana.post("documents/" + document + "/versions", Map.of("name", name))
                .requireStatus(201)
                .json();
    }

    private JsonObject timeline(String query) {
        return ana.get("documents/" + document + "/history" + query)
                .requireStatus(200)
                .json();
    }

    private static List<String> names(JsonObject timeline) {
        JsonArray people = timeline.getJsonArray("people");
        return people.getValuesAs(JsonObject.class).stream()
                .map(person -> person.getString("displayName"))
                .collect(Collectors.toList());
    }

    private static List<Integer> revisions(JsonObject timeline) {
        return timeline.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(session -> session.getInt("lastRevision"))
                .toList();
    }
}
