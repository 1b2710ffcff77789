package org.collab.it.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;

/** Invitations by address. */
class InvitationsIT extends SharedPlan {
    InvitationsIT(Product product) {
        super(product);
    }

    @Test
    void an_invitation_is_accepted_by_its_address_with_its_token() {
        String address = email(eve);
        JsonObject issued = invite("rooms/" + roomId, address.toUpperCase(Locale.ROOT), "editor");
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
        ana.put("documents/" + documentId.toUpperCase(Locale.ROOT) + "/link", Map.of("scope", "off"))
                .requireStatus(404);
        assertThat(ids(eve, "documents/" + evesDocument + "/invitations")).containsExactly(hers.getString("id"));
    }

    private JsonObject invite(String place, String email, String role) {
        return ana.post(place + "/invitations", Map.of("email", email, "role", role))
                .requireStatus(201)
                .json();
    }

    private static Answer accept(Api api, String token) {
        return api.send("POST", "invitations/" + token, Optional.empty());
    }
}
