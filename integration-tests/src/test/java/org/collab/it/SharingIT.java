package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Giving access to others: roles on documents, groups, links, guests, invitations, ownership. */
@ExtendWith(SharedProduct.class)
class SharingIT {
    private static final String EDIT = "[{\"insert\":\"x\"}]";

    private final Product product;
    private Api ana;
    private Api ben;
    private Api eve;
    private String roomId;
    private String documentId;

    SharingIT(Product product) {
        this.product = product;
        ana = Api.anonymous(product.uri());
        ben = ana;
        eve = ana;
        roomId = "";
        documentId = "";
    }

    /** Ana owns the room, Ben edits in it, Eve knows the ids and nothing more. */
    @BeforeEach
    void meet() {
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
        eve = Api.newUser(product.uri(), "Eve");
        roomId = ana.createRoom("Garden");
        ana.addMember(roomId, ben, "editor");
        documentId = ana.createDocument(roomId, "Plan");
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
    void a_link_for_the_organisation_lets_accounts_in_and_guests_not() {
        String token = openLink("organisation", "commenter");
        assertThat(look(token).getString("role")).isEqualTo("commenter");
        eve.get("documents/" + documentId).requireStatus(404);

        JsonObject visit = visit(eve, token).requireStatus(200).json();

        assertThat(visit.getString("documentId")).isEqualTo(documentId);
        assertThat(roleOf(eve)).isEqualTo("commenter");
        assertThat(ids(eve, "documents?filter=shared")).containsExactly(documentId);
        eve.get("documents/" + documentId + "/access").requireStatus(403);
        assertThat(code(join(token, "Gil"))).isEqualTo("account-needed");
    }

    @Test
    void a_link_never_takes_anything_away() {
        String token = openLink("anyone", "viewer");
        visit(ben, token).requireStatus(200);
        assertThat(roleOf(ben)).isEqualTo("editor");
    }

    @Test
    void guests_have_what_the_link_gives_and_nothing_else() {
        Api guest = guest(openLink("anyone", "editor"), "Gil");

        submit(guest).requireStatus(201);
        assertThat(guest.get("users/me").json().getBoolean("guest")).isTrue();
        assertThat(guest.get("users/me").json().get("email")).isEqualTo(JsonValue.NULL);
        assertThat(guest.get("rooms").json().getInt("total")).isZero();
        guest.post("rooms", Map.of("name", "Mine")).requireStatus(403);
        guest.get("users?email=ana@example.com").requireStatus(403);
        guest.get("directory?q=ana").requireStatus(403);
        guest.get("documents/" + documentId + "/access").requireStatus(403);
        guest.get("rooms/" + roomId + "/members").requireStatus(404);
        guest.delete("documents/" + documentId).requireStatus(403);
        guest.post("documents/" + documentId + "/copies", Map.of()).requireStatus(404);
        ana.put("rooms/" + roomId + "/members/" + guest.userId(), Map.of("role", "viewer"))
                .requireStatus(404);
        give(ana, guest, "viewer").requireStatus(404);
        String other = ana.createDocument(roomId, "Other");
        guest.get("documents/" + other).requireStatus(404);
    }

    @Test
    void a_guest_stays_signed_in_by_the_cookie() {
        String token = openLink("anyone", "viewer");
        Answer joined = join(token, "Gil").requireStatus(201);
        String cookie = joined.response().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict", "/api/auth/refresh");
        assertThat(joined.response().headers().firstValue("Cache-Control")).contains("no-store");
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
    void E7_S4_closing_the_link_ends_what_guests_may_at_once() {
        Api guest = guest(openLink("anyone", "editor"), "Gil");
        Wire wire = Wire.open(guest, documentId);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");

        ana.delete("documents/" + documentId + "/link").requireStatus(204);
        Instant closed = Instant.now();

        submit(guest).requireStatus(404);
        assertThat(wire.closeCode()).isEqualTo(4003);
        assertThat(Instant.now()).isBefore(closed.plusSeconds(2));
        assertThat(look(ana.get("documents/" + documentId + "/link"))).isEqualTo("off");
    }

    @Test
    void L4_S4_a_link_that_gives_less_tells_open_editors() {
        String token = openLink("anyone", "editor");
        Api guest = guest(token, "Gil");
        Wire wire = Wire.open(guest, documentId);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");

        assertThat(openLink("anyone", "viewer")).isEqualTo(token);

        wire.await1("role", message -> message.getString("role").equals("viewer"));
        submit(guest).requireStatus(403);
    }

    @Test
    void an_expired_link_lets_nobody_in_and_turns_visitors_out() {
        String token = openLink("anyone", "viewer");
        Api guest = guest(token, "Gil");
        product.sql()
                .update("UPDATE share_links SET expires_at = now() WHERE document_id = ?", UUID.fromString(documentId));

        guest.get("documents/" + documentId).requireStatus(404);
        visit(eve, token).requireStatus(404);
        join(token, "Hal").requireStatus(404);
        Api.anonymous(product.uri()).get("links/" + token).requireStatus(404);
        ana.put(
                        "documents/" + documentId + "/link",
                        Map.of("scope", "anyone", "role", "viewer", "expiresAt", Instant.now()))
                .requireStatus(400);
        ana.put(
                        "documents/" + documentId + "/link",
                        Map.of("scope", "anyone", "role", "viewer", "expiresAt", "tomorrow"))
                .requireStatus(400);
        ana.put(
                        "documents/" + documentId + "/link",
                        Map.of(
                                "scope",
                                "anyone",
                                "role",
                                "viewer",
                                "expiresAt",
                                Instant.now().plus(1, ChronoUnit.DAYS)))
                .requireStatus(200);
        guest.get("documents/" + documentId).requireStatus(200);
    }

    @Test
    void a_link_with_a_password_asks_for_it() {
        String token = openLink("anyone", "viewer");
        Api before = guest(token, "Gil");
        ana.put(
                        "documents/" + documentId + "/link",
                        Map.of("scope", "anyone", "role", "viewer", "password", "open sesame"))
                .requireStatus(200);

        assertThat(look(token).getBoolean("passwordNeeded")).isTrue();
        before.get("documents/" + documentId).requireStatus(404);
        assertThat(code(join(token, "Hal"))).isEqualTo("password-needed");
        assertThat(code(post("links/" + token + "/guests", Map.of("displayName", "Hal", "password", "open"))))
                .isEqualTo("wrong-password");
        assertThat(code(eve.post("links/" + token, Map.of("password", "x")))).isEqualTo("wrong-password");
        eve.post("links/" + token, Map.of("password", "open sesame")).requireStatus(200);
        post("links/" + token + "/guests", Map.of("displayName", "Hal", "password", "open sesame"))
                .requireStatus(201);

        assertThat(openLink("anyone", "commenter")).as("the password stays").isEqualTo(token);
        assertThat(look(token).getBoolean("passwordNeeded")).isTrue();
        ana.put("documents/" + documentId + "/link", Map.of("scope", "anyone", "role", "viewer", "password", ""))
                .requireStatus(200);
        assertThat(look(token).getBoolean("passwordNeeded")).isFalse();
        assertThat(eve.get("documents/" + documentId).json().getString("role")).isEqualTo("viewer");
    }

    @Test
    void S16_passwords_of_links_are_throttled() {
        ana.put(
                        "documents/" + documentId + "/link",
                        Map.of("scope", "anyone", "role", "viewer", "password", "open sesame"))
                .requireStatus(200);
        String token = ana.get("documents/" + documentId + "/link").json().getString("token");
        for (int tries = 0; tries < 10; tries++) {
            assertThat(code(eve.post("links/" + token, Map.of("password", "x"))))
                    .isEqualTo("wrong-password");
        }
        eve.post("links/" + token, Map.of("password", "open sesame")).requireStatus(429);
    }

    @Test
    void a_new_token_turns_out_who_came_by_the_old_one() {
        String token = openLink("anyone", "viewer");
        Api guest = guest(token, "Gil");

        String next = ana.send("POST", "documents/" + documentId + "/link/token", Optional.empty())
                .requireStatus(200)
                .json()
                .getString("token");

        assertThat(next).isNotEqualTo(token);
        guest.get("documents/" + documentId).requireStatus(404);
        visit(eve, token).requireStatus(404);
        visit(guest, next).requireStatus(200);
        guest.get("documents/" + documentId).requireStatus(200);
    }

    @Test
    void narrowing_a_link_turns_the_guests_out_and_keeps_the_others() {
        String token = openLink("anyone", "viewer");
        Api guest = guest(token, "Gil");
        visit(eve, token).requireStatus(200);
        assertThat(openLink("organisation", "viewer")).isEqualTo(token);
        guest.get("documents/" + documentId).requireStatus(404);
        assertThat(code(visit(guest, token))).isEqualTo("account-needed");
        assertThat(roleOf(eve)).isEqualTo("viewer");
    }

    @Test
    void a_link_gives_no_ownership_and_dies_with_the_document() {
        ana.put("documents/" + documentId + "/link", Map.of("scope", "anyone", "role", "owner"))
                .requireStatus(400);
        ana.put("documents/" + documentId + "/link", Map.of("scope", "everyone", "role", "viewer"))
                .requireStatus(400);
        ana.put("documents/" + documentId + "/link", Map.of("scope", "anyone")).requireStatus(400);
        String token = openLink("anyone", "viewer");
        ana.delete("documents/" + documentId).requireStatus(204);
        visit(eve, token).requireStatus(404);
        Api.anonymous(product.uri()).get("links/" + token).requireStatus(404);
    }

    @Test
    void S15_unknown_fields_of_a_guest_or_a_link_take_no_effect() {
        String token = openLink("anyone", "viewer");
        JsonObject joined = post(
                        "links/" + token + "/guests",
                        Map.of("displayName", "Gil", "role", "owner", "kind", "MEMBER", "userId", ana.userId()))
                .requireStatus(201)
                .json();
        Api guest = Api.anonymous(product.uri())
                .withToken(
                        joined.getString("accessToken"),
                        joined.getJsonObject("user").getString("id"));
        assertThat(guest.userId()).isNotEqualTo(ana.userId());
        assertThat(roleOf(guest)).isEqualTo("viewer");
        eve.post("links/" + token, Map.of("role", "owner")).requireStatus(200);
        assertThat(roleOf(eve)).isEqualTo("viewer");
        JsonObject link = ana.put(
                        "documents/" + documentId + "/link",
                        Map.of("scope", "anyone", "role", "viewer", "token", "mine"))
                .json();
        assertThat(link.getString("token")).isEqualTo(token);
    }

    @Test
    void an_invitation_is_accepted_by_its_address_with_its_token() {
        String address = email(eve);
        JsonObject issued = invite("rooms/" + roomId, address.toUpperCase(java.util.Locale.ROOT), "editor");
        String token = issued.getString("token");
        assertThat(issued.getString("email")).isEqualTo(address);
        JsonObject listed = items(ana, "rooms/" + roomId + "/invitations").get(0);
        assertThat(listed.getString("email")).isEqualTo(address);
        assertThat(listed.containsKey("token")).isFalse();

        assertThat(code(ben.get("invitations/" + token))).isEqualTo("invitation-for-another");
        assertThat(code(accept(ben, token))).isEqualTo("invitation-for-another");
        JsonObject offer = eve.get("invitations/" + token).requireStatus(200).json();
        assertThat(offer.getString("name")).isEqualTo("Garden");
        assertThat(offer.getString("inviter")).isEqualTo("Ana");
        Api.anonymous(product.uri()).get("invitations/" + token).requireStatus(401);

        assertThat(accept(eve, token).requireStatus(200).json().getString("id")).isEqualTo(roomId);
        assertThat(eve.get("rooms/" + roomId).json().getString("role")).isEqualTo("editor");
        accept(eve, token).requireStatus(404);
        assertThat(ids(ana, "rooms/" + roomId + "/invitations")).isEmpty();
    }

    @Test
    void an_invitation_to_a_document_gives_that_document() {
        String token =
                invite("documents/" + documentId, email(eve), "commenter").getString("token");
        accept(eve, token).requireStatus(200);
        assertThat(roleOf(eve)).isEqualTo("commenter");
        eve.get("rooms/" + roomId).requireStatus(404);
    }

    @Test
    void an_invitation_never_lowers_a_role() {
        String token = invite("documents/" + documentId, email(ben), "viewer").getString("token");
        accept(ben, token).requireStatus(200);
        assertThat(roleOf(ben)).isEqualTo("editor");
    }

    @Test
    void an_invitation_that_was_withdrawn_replaced_or_is_late_is_gone() {
        String room = "rooms/" + roomId;
        JsonObject first = invite(room, email(eve), "editor");
        JsonObject second = invite(room, email(eve), "viewer");
        accept(eve, first.getString("token")).requireStatus(404);

        String path = room + "/invitations/" + second.getString("id");
        ana.delete("documents/" + documentId + "/invitations/" + second.getString("id"))
                .requireStatus(404);
        ana.delete(path).requireStatus(204);
        ana.delete(path).requireStatus(404);
        accept(eve, second.getString("token")).requireStatus(404);

        JsonObject late = invite(room, email(eve), "viewer");
        product.sql()
                .update(
                        "UPDATE invitations SET expires_at = now() WHERE id = ?",
                        UUID.fromString(late.getString("id")));
        accept(eve, late.getString("token")).requireStatus(404);
        assertThat(ids(ana, room + "/invitations")).isEmpty();
    }

    @Test
    void an_invitation_counts_only_while_the_inviter_is_an_owner() {
        ana.addMember(roomId, ben, "owner");
        String token = ben.post("rooms/" + roomId + "/invitations", Map.of("email", email(eve), "role", "owner"))
                .requireStatus(201)
                .json()
                .getString("token");
        ana.addMember(roomId, ben, "editor");
        eve.get("invitations/" + token).requireStatus(404);
        accept(eve, token).requireStatus(404);
        eve.get("rooms/" + roomId).requireStatus(404);
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
        assertThat(ana.get("directory?q=" + name.substring(0, 12).toUpperCase(java.util.Locale.ROOT))
                        .json()
                        .getJsonArray("groups")
                        .getString(0))
                .isEqualTo(name);
    }

    @Test
    void S14_of_two_ids_in_a_request_both_are_authorized() {
        String evesRoom = eve.createRoom("Cellar");
        String evesDocument = eve.createDocument(evesRoom, "Hers");
        JsonObject hers = eve.post(
                        "documents/" + evesDocument + "/invitations",
                        Map.of("email", "x@example.com", "role", "viewer"))
                .requireStatus(201)
                .json();

        ana.delete("documents/" + documentId + "/invitations/" + hers.getString("id"))
                .requireStatus(404);
        ana.delete("documents/" + evesDocument + "/invitations/" + hers.getString("id"))
                .requireStatus(404);
        ana.delete("rooms/" + roomId + "/invitations/" + hers.getString("id")).requireStatus(404);
        give(ana, UUID.randomUUID().toString(), "viewer").requireStatus(404);
        ana.delete("documents/" + documentId + "/members/" + eve.userId()).requireStatus(404);
        ana.put("documents/" + documentId.toUpperCase(java.util.Locale.ROOT) + "/link", Map.of("scope", "off"))
                .requireStatus(404);
        assertThat(ids(eve, "documents/" + evesDocument + "/invitations")).containsExactly(hers.getString("id"));
    }

    private Answer give(Api giver, Api user, String role) {
        return give(giver, user.userId(), role);
    }

    private Answer give(Api giver, String userId, String role) {
        return giver.put("documents/" + documentId + "/members/" + userId, Map.of("role", role));
    }

    private String member(Api user) {
        return "documents/" + documentId + "/members/" + user.userId();
    }

    private Answer submit(Api api) {
        return api.post(
                "documents/" + documentId + "/changes",
                Map.of(
                        "clientId",
                        UUID.randomUUID(),
                        "seq",
                        1,
                        "baseRevision",
                        0,
                        "delta",
                        jakarta.json.Json.createReader(new java.io.StringReader(EDIT))
                                .readArray()));
    }

    private String roleOf(Api api) {
        return api.get("documents/" + documentId).requireStatus(200).json().getString("role");
    }

    private Answer restore(Api api) {
        return api.send("POST", "documents/" + documentId + "/restore", Optional.empty());
    }

    /** Opens or changes the document's link; its token. */
    private String openLink(String scope, String role) {
        return ana.put("documents/" + documentId + "/link", Map.of("scope", scope, "role", role))
                .requireStatus(200)
                .json()
                .getString("token");
    }

    private JsonObject look(String token) {
        return Api.anonymous(product.uri())
                .get("links/" + token)
                .requireStatus(200)
                .json();
    }

    private static String look(Answer link) {
        return link.requireStatus(200).json().getString("scope");
    }

    private static Answer visit(Api api, String token) {
        return api.post("links/" + token, Map.of());
    }

    private Answer post(String path, Map<String, ?> fields) {
        return Api.anonymous(product.uri()).post(path, fields);
    }

    private Answer join(String token, String name) {
        return post("links/" + token + "/guests", Map.of("displayName", name));
    }

    private Api guest(String token, String name) {
        JsonObject joined = join(token, name).requireStatus(201).json();
        assertThat(joined.getString("documentId")).isEqualTo(documentId);
        return Api.anonymous(product.uri())
                .withToken(
                        joined.getString("accessToken"),
                        joined.getJsonObject("user").getString("id"));
    }

    private JsonObject invite(String place, String email, String role) {
        return ana.post(place + "/invitations", Map.of("email", email, "role", role))
                .requireStatus(201)
                .json();
    }

    private static Answer accept(Api api, String token) {
        return api.send("POST", "invitations/" + token, Optional.empty());
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

    private static String email(Api api) {
        return api.get("users/me").requireStatus(200).json().getString("email");
    }

    private static String code(Answer answer) {
        return answer.json().getString("code");
    }

    private static List<String> people(Api api, String query) {
        return api
                .get("directory?q=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8))
                .requireStatus(200)
                .json()
                .getJsonArray("people")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(person -> person.getString("displayName"))
                .toList();
    }

    private static List<JsonObject> items(Api api, String list) {
        return api.get(list).requireStatus(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(Api api, String list) {
        return items(api, list).stream().map(item -> item.getString("id")).toList();
    }
}
