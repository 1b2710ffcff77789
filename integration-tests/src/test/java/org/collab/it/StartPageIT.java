package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Editor;
import org.collab.it.product.Product;
import org.collab.it.product.SharedGarden;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.api.Test;

/** What the start page shows and does. */
class StartPageIT extends SharedGarden {
    StartPageIT(Product product) {
        super(product);
    }

    @Test
    void a_document_names_its_room_and_who_changed_it_last() {
        String id = ana.createDocument(roomId, "Plan");
        JsonObject created = document(ana, id);
        assertThat(created.getString("roomName")).isEqualTo("Garden");
        assertThat(created.getJsonObject("updatedBy").getString("userId")).isEqualTo(ana.userId());
        assertThat(created.getBoolean("favourite")).isFalse();
        assertThat(created.get("deletedAt")).isEqualTo(JsonValue.NULL);
        assertThat(created.getJsonArray("present")).isEmpty();

        submit(ben, id, 1, 0, Delta.builder().insert("Ben was here").build());

        JsonObject author = listed(ana, "rooms/" + roomId + "/documents", id).getJsonObject("updatedBy");
        assertThat(author.getString("displayName")).isEqualTo("Ben");
        assertThat(author.getString("color")).matches("#[0-9a-f]{6}");
    }

    @Test
    void a_list_says_who_is_in_each_document_now_each_user_once() {
        String id = ana.createDocument(roomId, "Plan");
        try (Editor first = new Editor(ben, id);
                Editor second = new Editor(ben, id)) {
            first.connect();
            second.connect();
            Awaitility.await().untilAsserted(() -> assertThat(present(ana, id)).containsExactly(ben.userId()));
        }
        Awaitility.await().untilAsserted(() -> assertThat(present(ana, id)).isEmpty());
    }

    @Test
    void documents_of_a_room_are_sorted_by_change_or_by_title() {
        String zebra = ana.createDocument(roomId, "zebra");
        String apple = ana.createDocument(roomId, "Apple");
        submit(ana, zebra, 1, 0, Delta.builder().insert("x").build());
        assertThat(ids(ana, "rooms/" + roomId + "/documents")).containsExactly(zebra, apple);
        assertThat(ids(ana, "rooms/" + roomId + "/documents?sort=title")).containsExactly(apple, zebra);
        ana.get("rooms/" + roomId + "/documents?sort=colour").requireStatus(400);
    }

    @Test
    void recent_is_what_the_caller_has_opened_or_edited_the_last_one_first() {
        String first = ana.createDocument(roomId, "First");
        String second = ana.createDocument(roomId, "Second");
        assertThat(ids(ana, "documents?filter=recent")).containsExactly(second, first);
        assertThat(ids(ben, "documents?filter=recent")).isEmpty();

        ben.ticket(first);
        ana.ticket(first);

        assertThat(ids(ana, "documents")).containsExactly(first, second);
        assertThat(ids(ben, "documents")).containsExactly(first);
        submit(ana, second, 1, 0, Delta.builder().insert("x").build());
        assertThat(ids(ana, "documents")).containsExactly(second, first);
        ana.get("documents?filter=mine").requireStatus(400);
    }

    @Test
    void favourites_are_each_user_s_own() {
        String id = ana.createDocument(roomId, "Plan");
        mark(ana, id, "PUT").requireStatus(204);
        mark(ana, id, "PUT").requireStatus(204);
        assertThat(ids(ana, "documents?filter=favourites")).containsExactly(id);
        assertThat(document(ana, id).getBoolean("favourite")).isTrue();
        assertThat(ids(ben, "documents?filter=favourites")).isEmpty();
        assertThat(document(ben, id).getBoolean("favourite")).isFalse();

        mark(ana, id, "DELETE").requireStatus(204);
        assertThat(ids(ana, "documents?filter=favourites")).isEmpty();
    }

    @Test
    void a_deleted_document_is_in_the_trash_and_nowhere_else_until_it_is_restored() {
        String id = ana.createDocument(roomId, "Plan");
        submit(ana, id, 1, 0, Delta.builder().insert("kept").build());
        mark(ana, id, "PUT");
        ben.delete("documents/" + id).requireStatus(204);

        assertThat(ids(ana, "documents?filter=trash")).containsExactly(id);
        assertThat(listed(ana, "documents?filter=trash", id).getString("deletedAt"))
                .isNotEmpty();
        for (String list : List.of("documents", "documents?filter=favourites", "rooms/" + roomId + "/documents")) {
            assertThat(ids(ana, list)).isEmpty();
        }
        ana.get("documents/" + id).requireStatus(404);
        ana.patch("documents/" + id, Map.of("title", "x")).requireStatus(404);
        mark(ana, id, "PUT").requireStatus(404);
        ana.post("documents/" + id + "/copies", Map.of()).requireStatus(404);

        JsonObject restored =
                post(ana, "documents/" + id + "/restore").requireStatus(200).json();
        assertThat(restored.get("deletedAt")).isEqualTo(JsonValue.NULL);
        assertThat(ids(ana, "documents?filter=trash")).isEmpty();
        assertThat(DeltaJson.write(ana.delta(id))).isEqualTo("[{\"insert\":\"kept\\n\"}]");
    }

    @Test
    void viewers_neither_see_the_trash_nor_restore() {
        Api vera = Api.newUser(product.uri(), "Vera");
        ana.addMember(roomId, vera, "viewer");
        String id = ana.createDocument(roomId, "Plan");
        ana.delete("documents/" + id);

        assertThat(ids(vera, "documents?filter=trash")).isEmpty();
        post(vera, "documents/" + id + "/restore").requireStatus(403);
    }

    @Test
    void a_copy_has_the_contents_and_a_history_that_verifies() {
        String id = ana.createDocument(roomId, "Plan");
        Delta contents = Delta.builder()
                .insert("Title")
                .insert("\n", Attributes.of("header", 1L))
                .insert("bold", Attributes.of("bold", true))
                .insert(" and a last line")
                .retain(1, Attributes.of("list", "bullet"))
                .build();
        submit(ana, id, 1, 0, contents);
        submit(ben, id, 1, 1, Delta.builder().retain(5).insert("!").build());

        JsonObject copy = ben.post("documents/" + id + "/copies", Map.of("title", "Plan B"))
                .requireStatus(201)
                .json();

        String copyId = copy.getString("id");
        assertThat(copy.getString("title")).isEqualTo("Plan B");
        assertThat(copy.getInt("head")).isEqualTo(1);
        assertThat(copy.getJsonObject("updatedBy").getString("userId")).isEqualTo(ben.userId());
        assertThat(ana.delta(copyId)).isEqualTo(ana.delta(id));
        assertThat(ana.get("documents/" + copyId + "/verify").json().getBoolean("verified"))
                .isTrue();
    }

    @Test
    void a_copy_of_a_large_document_is_made_of_edits_that_fit_into_messages() {
        String id = ana.createDocument(roomId, "Long");
        String line = "word ".repeat(20_000);
        for (int i = 0; i < 3; i++) {
            submit(ana, id, i + 1, i, Delta.builder().insert(line).build());
        }
        JsonObject copy = ana.post("documents/" + id + "/copies", Map.of())
                .requireStatus(201)
                .json();

        assertThat(copy.getString("title")).isEqualTo("Long (copy)");
        assertThat(copy.getInt("head")).isGreaterThan(1);
        assertThat(ana.delta(copy.getString("id"))).isEqualTo(ana.delta(id));
    }

    @Test
    void a_copy_shows_the_pictures_of_its_original() {
        String id = ana.createDocument(roomId, "Plan");
        UUID image = UUID.randomUUID();
        product.sql()
                .update(
                        "INSERT INTO images (id, type, width, height, size, bytes, created_by, created_at)"
                                + " VALUES (?, 'image/png', 1, 1, 3, '\\x010203', ?, now())",
                        image,
                        UUID.fromString(ana.userId()));
        product.sql().update("INSERT INTO document_images VALUES (?, ?)", UUID.fromString(id), image);
        submit(ana, id, 1, 0, Delta.builder().embed("image", "images/" + image).build());

        String copyId = ben.post("documents/" + id + "/copies", Map.of())
                .requireStatus(201)
                .json()
                .getString("id");

        ben.get("documents/" + copyId + "/images/" + image).requireStatus(200);
        eve.get("documents/" + copyId + "/images/" + image).requireStatus(404);
        String other = ana.createDocument(roomId, "Other");
        ben.get("documents/" + other + "/images/" + image).requireStatus(404);
    }

    @Test
    void S14_a_copy_needs_the_right_to_read_there_and_to_write_here() {
        String id = ana.createDocument(roomId, "Plan");
        String evesRoom = eve.createRoom("Cellar");
        eve.post("documents/" + id + "/copies", Map.of("roomId", evesRoom)).requireStatus(404);
        ana.post("documents/" + id + "/copies", Map.of("roomId", evesRoom)).requireStatus(404);
        ana.addMember(roomId, eve, "viewer");
        eve.post("documents/" + id + "/copies", Map.of()).requireStatus(403);
        eve.post("documents/" + id + "/copies", Map.of("roomId", evesRoom)).requireStatus(201);
    }

    @Test
    void S14_moving_needs_the_right_to_edit_in_both_rooms() {
        String id = ana.createDocument(roomId, "Plan");
        String bensRoom = ben.createRoom("Attic");
        ana.patch("documents/" + id, Map.of("roomId", bensRoom)).requireStatus(404);
        eve.patch("documents/" + id, Map.of("roomId", bensRoom)).requireStatus(404);
        ben.addMember(bensRoom, ana, "viewer");
        ana.patch("documents/" + id, Map.of("roomId", bensRoom)).requireStatus(403);
        ana.patch("documents/" + id, Map.of()).requireStatus(400);
        ana.patch("documents/" + id, Map.of("title", " ")).requireStatus(400);

        JsonObject moved = ben.patch("documents/" + id, Map.of("roomId", bensRoom, "title", "Moved"))
                .requireStatus(200)
                .json();

        assertThat(moved.getString("roomId")).isEqualTo(bensRoom);
        assertThat(moved.getString("roomName")).isEqualTo("Attic");
        assertThat(moved.getString("role")).isEqualTo("owner");
        assertThat(document(ana, id).getString("role")).isEqualTo("viewer");
        assertThat(ids(ana, "rooms/" + roomId + "/documents")).isEmpty();
    }

    @Test
    void E7_a_move_changes_who_may_write_at_once() {
        String id = ana.createDocument(roomId, "Plan");
        String bensRoom = ben.createRoom("Attic");
        try (Editor editor = new Editor(ana, id)) {
            editor.connect();
            ben.patch("documents/" + id, Map.of("roomId", bensRoom)).requireStatus(200);
            change(ana, id, 1, 0, Delta.builder().insert("late").build()).requireStatus(404);
        }
        submit(ben, id, 1, 0, Delta.builder().insert("mine").build());
    }

    @Test
    void S14_somebody_else_s_documents_are_in_no_list() {
        String id = ana.createDocument(roomId, "Plan");
        String other = ana.createDocument(roomId, "Gone");
        ana.delete("documents/" + other);
        mark(eve, id, "PUT").requireStatus(404);
        post(eve, "documents/" + other + "/restore").requireStatus(404);
        ana.addMember(roomId, eve, "editor");
        mark(eve, id, "PUT").requireStatus(204);
        eve.ticket(id);
        ana.delete("rooms/" + roomId + "/members/" + eve.userId()).requireStatus(204);

        for (String filter : List.of("recent", "favourites", "trash")) {
            assertThat(ids(eve, "documents?filter=" + filter)).isEmpty();
        }
    }

    @Test
    void users_change_what_they_may_about_themselves() {
        JsonObject changed = ana.patch(
                        "users/me",
                        Map.of("displayName", " Ana María ", "color", "#A1B2C3", "language", "es", "theme", "dark"))
                .requireStatus(200)
                .json();
        assertThat(changed.getString("displayName")).isEqualTo("Ana María");
        JsonObject me = ana.get("users/me").json();
        assertThat(me.getString("color")).isEqualTo("#a1b2c3");
        assertThat(me.getString("language")).isEqualTo("es");
        assertThat(me.getString("theme")).isEqualTo("dark");
        assertThat(ben.get("users/me").json().get("theme")).isEqualTo(JsonValue.NULL);

        for (Map<String, String> wrong : List.of(
                Map.of("displayName", "  "),
                Map.of("color", "red"),
                Map.of("language", "xx"),
                Map.of("theme", "blue"))) {
            ana.patch("users/me", wrong).requireStatus(400);
        }
    }

    @Test
    void S15_settings_change_nothing_else() {
        JsonObject before = ana.get("users/me").json();
        ana.patch("users/me", Map.of("id", UUID.randomUUID(), "email", "eve@example.com", "passwordHash", "x"))
                .requireStatus(200);
        assertThat(ana.get("users/me").json()).isEqualTo(before);
        JsonObject created = ana.post(
                        "rooms/" + roomId + "/documents",
                        Map.of("title", "Plan", "favourite", "true", "updatedBy", eve.userId(), "role", "owner"))
                .requireStatus(201)
                .json();
        assertThat(created.getBoolean("favourite")).isFalse();
        assertThat(created.getJsonObject("updatedBy").getString("userId")).isEqualTo(ana.userId());
    }

    private static JsonObject document(Api api, String id) {
        return api.get("documents/" + id).requireStatus(200).json();
    }

    private static List<JsonObject> items(Api api, String list) {
        JsonArray items = api.get(list).requireStatus(200).json().getJsonArray("items");
        return items.getValuesAs(JsonObject.class);
    }

    private static List<String> ids(Api api, String list) {
        return items(api, list).stream().map(item -> item.getString("id")).toList();
    }

    private static JsonObject listed(Api api, String list, String id) {
        return items(api, list).stream()
                .filter(item -> item.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> present(Api api, String id) {
        return listed(api, "rooms/" + roomId + "/documents", id)
                .getJsonArray("present")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(person -> person.getString("userId"))
                .toList();
    }

    private static Answer mark(Api api, String id, String method) {
        return api.send(method, "documents/" + id + "/favourite", Optional.empty());
    }

    private static Answer post(Api api, String path) {
        return api.send("POST", path, Optional.empty());
    }

    private static void submit(Api api, String id, long seq, long base, Delta delta) {
        change(api, id, seq, base, delta).requireStatus(201);
    }

    private static Answer change(Api api, String id, long seq, long base, Delta delta) {
        JsonArray ops = Json.createReader(new java.io.StringReader(DeltaJson.write(delta)))
                .readArray();
        String clientId = UUID.nameUUIDFromBytes((api.userId() + id).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return api.post(
                "documents/" + id + "/changes",
                Map.of("clientId", clientId, "seq", seq, "baseRevision", base, "delta", ops));
    }
}
