package org.collab.it.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;

/** Roles on documents, of people and of groups, and ownership. */
class RolesIT extends SharedPlan {
    RolesIT(Product product) {
        super(product);
    }

    @Test
    void a_document_takes_rights_away_from_a_member_of_its_room() {
        give(ana, ben, "viewer").requireStatus(204);

        assertThat(roleOf(ben)).isEqualTo("viewer");
        submit(ben).requireStatus(403);
        assertThat(ben.get("rooms/" + roomId).json().getString("role")).isEqualTo("editor");

        ana.delete(member(ben)).requireStatus(204);
        assertThat(roleOf(ben)).isEqualTo("editor");
        submit(ben).requireStatus(201);
    }

    @Test
    void a_document_is_shared_with_somebody_outside_of_its_room() {
        give(ana, eve, "editor").requireStatus(204);

        submit(eve).requireStatus(201);
        assertThat(eve.ticket(documentId)).isNotEmpty();
        eve.get("documents/" + documentId + "/history").requireStatus(200);
        eve.get("documents/" + documentId + "/access").requireStatus(200);
        eve.get("rooms/" + roomId).requireStatus(404);
        eve.get("rooms/" + roomId + "/documents").requireStatus(404);
        String other = ana.createDocument(roomId, "Other");
        eve.get("documents/" + other).requireStatus(404);

        assertThat(ids(eve, "documents?filter=shared")).containsExactly(documentId);
        assertThat(ids(ben, "documents?filter=shared")).isEmpty();
        JsonObject seen = eve.get("documents/" + documentId).json();
        assertThat(seen.getString("roomName")).as("the room is not told").isEmpty();
    }

    @Test
    void owners_of_the_room_stay_owners_of_its_documents() {
        Api cleo = Api.newUser(product.uri(), "Cleo");
        ana.addMember(roomId, cleo, "owner");
        give(cleo, ana, "viewer").requireStatus(204);
        assertThat(roleOf(ana)).isEqualTo("owner");
        submit(ana).requireStatus(201);
    }

    @Test
    void nobody_rises_by_giving_up_a_role_on_a_document() {
        give(ana, ben, "viewer").requireStatus(204);
        ben.delete(member(ben)).requireStatus(403);
        assertThat(roleOf(ben)).isEqualTo("viewer");

        give(ana, eve, "viewer").requireStatus(204);
        eve.delete(member(eve)).requireStatus(204);
        eve.get("documents/" + documentId).requireStatus(404);
    }

    @Test
    void whoever_only_edits_a_document_can_neither_move_nor_delete_it() {
        give(ana, eve, "editor").requireStatus(204);
        String cellar = eve.createRoom("Cellar");

        eve.patch("documents/" + documentId, Map.of("roomId", cellar)).requireStatus(403);
        eve.delete("documents/" + documentId).requireStatus(403);
        ana.delete("documents/" + documentId).requireStatus(204);
        assertThat(ids(eve, "documents?filter=trash")).isEmpty();
        restore(eve).requireStatus(404);
        restore(ana).requireStatus(200);
    }

    @Test
    void a_group_gives_its_role_to_everybody_in_it() {
        String name = group(eve);
        ana.put("documents/" + documentId + "/groups", Map.of("name", name, "role", "commenter"))
                .requireStatus(200);
        assertThat(roleOf(eve)).isEqualTo("commenter");

        ana.put("rooms/" + roomId + "/groups", Map.of("name", name, "role", "editor"))
                .requireStatus(200);
        assertThat(eve.get("rooms/" + roomId).json().getString("role")).isEqualTo("editor");
        assertThat(ids(eve, "rooms")).containsExactly(roomId);
        assertThat(roleOf(eve))
                .as("the document's grant stands in place of the room's")
                .isEqualTo("commenter");
        ana.delete("documents/" + documentId + "/groups?name=" + name).requireStatus(204);
        assertThat(roleOf(eve)).isEqualTo("editor");

        product.sql().update("DELETE FROM user_groups WHERE name = ?", name);
        eve.get("documents/" + documentId).requireStatus(404);
    }

    @Test
    void a_name_that_no_group_has_is_refused() {
        ana.put("rooms/" + roomId + "/groups", Map.of("name", "nobody-" + UUID.randomUUID(), "role", "viewer"))
                .requireStatus(404);
        ana.delete("rooms/" + roomId + "/groups?name=nobody").requireStatus(404);
    }

    @Test
    void the_list_of_who_has_access_tells_where_it_comes_from() {
        String name = group(eve);
        ana.put("documents/" + documentId + "/groups", Map.of("name", name, "role", "commenter"));
        give(ana, ben, "viewer");

        List<JsonObject> items = items(ben, "documents/" + documentId + "/access");

        assertThat(items).hasSize(3);
        assertThat(items.get(0).getString("name")).isEqualTo(name);
        assertThat(items.get(0).containsKey("userId")).isFalse();
        assertThat(items.get(0).getString("ownRole")).isEqualTo("commenter");
        assertThat(items.get(1).getString("userId")).isEqualTo(ana.userId());
        assertThat(items.get(1).getString("roomRole")).isEqualTo("owner");
        assertThat(items.get(2).getString("userId")).isEqualTo(ben.userId());
        assertThat(items.get(2).getString("roomRole")).isEqualTo("editor");
        assertThat(items.get(2).getString("ownRole")).isEqualTo("viewer");
        assertThat(items.get(2).getString("role")).isEqualTo("viewer");
    }

    @Test
    void only_owners_change_who_has_access() {
        String document = "documents/" + documentId;
        String room = "rooms/" + roomId;
        for (String path : List.of(document, room)) {
            for (Api other : List.of(ben, eve)) {
                int refused = other == ben ? 403 : 404;
                other.put(path + "/groups", Map.of("name", "x", "role", "viewer"))
                        .requireStatus(refused);
                other.delete(path + "/groups?name=x").requireStatus(refused);
                other.get(path + "/invitations").requireStatus(refused);
                other.post(path + "/invitations", Map.of("email", "x@example.com", "role", "viewer"))
                        .requireStatus(refused);
                other.delete(path + "/invitations/" + UUID.randomUUID()).requireStatus(refused);
                other.put(path + "/owner", Map.of("userId", other.userId())).requireStatus(refused);
            }
        }
        for (Api other : List.of(ben, eve)) {
            int refused = other == ben ? 403 : 404;
            give(other, eve, "editor").requireStatus(refused);
            other.delete(member(ana)).requireStatus(refused);
            other.get(document + "/link").requireStatus(refused);
            other.put(document + "/link", Map.of("scope", "anyone", "role", "viewer"))
                    .requireStatus(refused);
            other.send("POST", document + "/link/token", Optional.empty()).requireStatus(refused);
            other.delete(document + "/link").requireStatus(refused);
        }
        eve.get(document + "/access").requireStatus(404);
        eve.get(room + "/groups").requireStatus(404);
    }

    @Test
    void E7_what_stands_on_the_document_in_place_of_the_rooms_role_counts_at_the_next_edit() {
        Wire member = connected(ben);
        product.sql()
                .update(
                        "INSERT INTO document_members (document_id, user_id, role, created_at) VALUES (?, ?, 'VIEWER', now())",
                        UUID.fromString(documentId),
                        UUID.fromString(ben.userId()));
        assertThat(refusal(member)).isEqualTo("forbidden");

        Api cleo = Api.newUser(product.uri(), "Cleo");
        ana.addMember(roomId, cleo, "editor");
        Wire ofGroup = connected(cleo);
        product.sql()
                .update(
                        "INSERT INTO document_groups (document_id, name, role, created_at) VALUES (?, ?, 'COMMENTER', now())",
                        UUID.fromString(documentId),
                        group(cleo));
        assertThat(refusal(ofGroup)).isEqualTo("forbidden");
    }

    @Test
    void ownership_of_a_room_is_handed_over_at_once() {
        ana.put("rooms/" + roomId + "/owner", Map.of("userId", eve.userId())).requireStatus(404);
        ana.put("rooms/" + roomId + "/owner", Map.of("userId", ben.userId())).requireStatus(204);
        assertThat(ben.get("rooms/" + roomId).json().getString("role")).isEqualTo("owner");
        assertThat(ana.get("rooms/" + roomId).json().getString("role")).isEqualTo("editor");
        ana.put("rooms/" + roomId + "/owner", Map.of("userId", ana.userId())).requireStatus(403);
        ben.delete("rooms/" + roomId + "/members/" + ben.userId()).requireStatus(409);
    }

    @Test
    void ownership_of_a_document_is_handed_over_where_it_is_one_s_own() {
        ana.put("documents/" + documentId + "/owner", Map.of("userId", ben.userId()))
                .requireStatus(409);
        give(ana, eve, "owner").requireStatus(204);
        give(eve, ben, "viewer").requireStatus(204);
        eve.put("documents/" + documentId + "/owner", Map.of("userId", ben.userId()))
                .requireStatus(204);
        assertThat(roleOf(ben)).isEqualTo("owner");
        assertThat(roleOf(eve)).isEqualTo("editor");
    }

    @Test
    void people_are_found_where_a_room_is_shared_or_by_their_whole_address() {
        assertThat(people(ana, "be")).containsExactly("Ben");
        assertThat(people(ana, "Eve")).isEmpty();
        assertThat(people(ana, email(eve))).containsExactly("Eve");
        assertThat(people(ana, "%")).isEmpty();
        String name = group(eve);
        assertThat(ana.get("directory?q=" + name.substring(0, 12).toUpperCase(Locale.ROOT))
                        .json()
                        .getJsonArray("groups")
                        .getString(0))
                .isEqualTo(name);
    }

    private String member(Api user) {
        return "documents/" + documentId + "/members/" + user.userId();
    }

    private Answer restore(Api api) {
        return api.send("POST", "documents/" + documentId + "/restore", Optional.empty());
    }

    private Wire connected(Api user) {
        Wire wire = Wire.open(user, documentId);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        return wire;
    }

    /** Why an edit is refused that is sent now. */
    private static String refusal(Wire wire) {
        wire.submit(1, 0, EDIT);
        return wire.await1("rejected").getString("code");
    }

    /** A group that the user is in. */
    private String group(Api user) {
        String name = "/staff-" + UUID.randomUUID();
        product.sql()
                .update(
                        "INSERT INTO user_groups (user_id, name, source) VALUES (?, ?, 'ADMINISTRATOR')",
                        UUID.fromString(user.userId()),
                        name);
        return name;
    }

    private static List<String> people(Api api, String query) {
        return api
                .get("directory?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .requireStatus(200)
                .json()
                .getJsonArray("people")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(person -> person.getString("displayName"))
                .toList();
    }
}
