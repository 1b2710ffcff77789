package org.collab.it.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;

/** Links to a document, and the guests who come by them. */
class LinksIT extends SharedPlan {
    LinksIT(Product product) {
        super(product);
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
}
