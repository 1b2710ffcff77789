package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedProduct.class)
class RestIT {
    private final Api anonymous;

    RestIT(Product product) {
        anonymous = Api.anonymous(product.uri());
    }

    @Test
    void new_user_signs_in_and_is_known() {
        Api ana = Api.newUser(anonymous.base(), "Ana");

        JsonObject me = ana.get("users/me").requireStatus(200).json();
        assertThat(me.getString("displayName")).isEqualTo("Ana");
        assertThat(me.getString("color")).matches("#[0-9a-f]{6}");
        assertThat(me.keySet())
                .containsExactlyInAnyOrder(
                        "id", "email", "displayName", "color", "language", "theme", "administrator", "guest");
    }

    @Test
    void email_is_taken_once_in_any_spelling() {
        String email = UUID.randomUUID() + "@example.com";
        register(email).requireStatus(201);

        Answer second = register(email.toUpperCase(java.util.Locale.ROOT));
        assertProblem(second, 409, "email-taken");
    }

    @Test
    void registration_names_each_wrong_field() {
        Answer answer =
                anonymous.post("auth/register", Map.of("email", "no address", "password", "short", "displayName", " "));

        assertProblem(answer, 400, "validation-failed");
        assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("email", "password", "displayName");
    }

    @Test
    void S16_wrong_password_and_unknown_user_get_the_same_answer() {
        String email = UUID.randomUUID() + "@example.com";
        register(email).requireStatus(201);

        Answer wrong = anonymous.post("auth/login", Map.of("email", email, "password", "not the password"));
        Answer unknown =
                anonymous.post("auth/login", Map.of("email", "nobody@example.com", "password", "not the password"));
        assertProblem(wrong, 401, "invalid-credentials");
        assertProblem(unknown, 401, "invalid-credentials");
        assertThat(unknown.json().getString("detail")).isEqualTo(wrong.json().getString("detail"));
    }

    @Test
    void S17_refresh_cookie_is_rotated_and_a_reused_one_is_within_grace_only() {
        Api.newUser(anonymous.base(), "Ana");
        String email = UUID.randomUUID() + "@example.com";
        register(email).requireStatus(201);
        Answer login = anonymous
                .post("auth/login", Map.of("email", email, "password", Api.PASSWORD))
                .requireStatus(200);
        String header = login.response().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(header)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Strict")
                .contains("/api/auth/refresh");
        String cookie = header.substring(0, header.indexOf(';'));

        Answer refreshed = refresh(Optional.of(cookie)).requireStatus(200);
        assertThat(refreshed.json().getString("accessToken")).isNotEmpty();
        assertThat(refreshed.response().headers().firstValue("Set-Cookie")).isPresent();
        Answer otherTab = refresh(Optional.of(cookie)).requireStatus(200);
        assertThat(otherTab.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refresh_without_a_session_is_unauthenticated() {
        assertProblem(refresh(Optional.empty()), 401, "unauthenticated");
        assertProblem(refresh(Optional.of("collab-refresh=nonsense")), 401, "unauthenticated");
    }

    @Test
    void logout_ends_the_session() {
        String email = UUID.randomUUID() + "@example.com";
        register(email).requireStatus(201);
        Answer login = anonymous.post("auth/login", Map.of("email", email, "password", Api.PASSWORD));
        String header = login.response().headers().firstValue("Set-Cookie").orElseThrow();
        Api user = anonymous.withToken(login.json().getString("accessToken"), "");

        user.send("POST", "auth/logout", Optional.empty()).requireStatus(204);

        assertProblem(refresh(Optional.of(header.substring(0, header.indexOf(';')))), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms", "users/me", "documents/00000000-0000-4000-8000-000000000000/contents"})
    void S5_without_or_with_a_bad_token_nothing_is_told(String path) {
        assertThat(anonymous.get(path).status()).isEqualTo(401);
        assertThat(anonymous.withToken("nonsense", "").get(path).status()).isEqualTo(401);
        String algorithmNone = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwiZ3JvdXBzIjpbInVzZXIiXX0.";
        assertThat(anonymous.withToken(algorithmNone, "").get(path).status()).isEqualTo(401);
    }

    @Test
    void S14_somebody_elses_room_and_document_do_not_exist() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        Api eve = Api.newUser(anonymous.base(), "Eve");
        String room = ana.createRoom("Private");
        String document = ana.createDocument(room, "Secret");

        for (String path : new String[] {
            "rooms/" + room,
            "rooms/" + room + "/members",
            "rooms/" + room + "/documents",
            "documents/" + document,
            "documents/" + document + "/contents",
            "documents/" + document + "/contents?revision=0",
            "documents/" + document + "/changes"
        }) {
            assertProblem(eve.get(path), 404, "not-found");
        }
        assertProblem(eve.send("POST", "documents/" + document + "/tickets", Optional.empty()), 404, "not-found");
        assertProblem(eve.post("rooms/" + room + "/documents", Map.of("title", "Mine")), 404, "not-found");
        assertProblem(eve.patch("documents/" + document, Map.of("title", "Mine")), 404, "not-found");
        assertProblem(eve.put("rooms/" + room + "/members/" + eve.userId(), Map.of("role", "owner")), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-4000-8000-000000000000", "1-1-1-1-1"})
    void unknown_or_misspelt_document_is_not_found(String id) {
        Api ana = Api.newUser(anonymous.base(), "Ana");

        assertProblem(ana.get("documents/" + id + "/contents"), 404, "not-found");
    }

    @Test
    void S14_other_spelling_of_an_id_is_not_found() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");

        assertProblem(ana.get("documents/" + document.toUpperCase(java.util.Locale.ROOT)), 404, "not-found");
    }

    @Test
    void new_document_is_one_empty_line_at_revision_0() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        Instant before = Instant.now();
        String document = ana.createDocument(ana.createRoom("Room"), "Document");

        JsonObject contents = ana.contents(document);
        assertThat(contents.getInt("revision")).isZero();
        assertThat(contents.get("contents")).hasToString("[{\"insert\":\"\\n\"}]");
        JsonObject json = ana.get("documents/" + document).requireStatus(200).json();
        assertThat(json.keySet()).contains("id", "roomId", "title", "kind", "head", "updatedAt", "role");
        assertThat(Instant.parse(json.getString("createdAt"))).isBetween(before, Instant.now());
    }

    @Test
    void changes_over_REST_are_sequenced_listed_and_readable_at_each_revision() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");
        String client = UUID.randomUUID().toString();
        change(ana, document, client, 1, 0, "[{\"insert\":\"one\"}]").requireStatus(201);
        change(ana, document, client, 2, 0, "[{\"insert\":\"two\"}]").requireStatus(201);

        JsonObject list = ana.get("documents/" + document + "/changes?after=1").json();
        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(list.getJsonArray("items").getJsonObject(0).getInt("revision"))
                .isEqualTo(2);
        assertThat(ana.get("documents/" + document + "/contents?revision=1")
                        .json()
                        .get("contents"))
                .hasToString("[{\"insert\":\"one\\n\"}]");
        assertThat(ana.contents(document).get("contents")).hasToString("[{\"insert\":\"onetwo\\n\"}]");
        assertProblem(ana.get("documents/" + document + "/contents?revision=3"), 409, "revision-ahead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"clientId\":\"x\",\"seq\":1,\"baseRevision\":0,\"delta\":[]}",
                "{\"seq\":1,\"baseRevision\":0,\"delta\":[]}",
                "{\"clientId\":\"11111111-1111-4111-8111-111111111111\",\"seq\":0,\"baseRevision\":0,\"delta\":[]}",
                "{\"clientId\":\"11111111-1111-4111-8111-111111111111\",\"seq\":1,\"baseRevision\":-1,\"delta\":[]}",
                "{\"clientId\":\"11111111-1111-4111-8111-111111111111\",\"seq\":1,\"baseRevision\":0,\"delta\":5}",
                "{\"clientId\":\"11111111-1111-4111-8111-111111111111\",\"seq\":1,\"baseRevision\":0,\"delta\":[{\"delete\":2}]}"
            })
    void I7_bad_change_is_answered_with_a_code_and_changes_nothing(String body) {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");

        Answer answer = ana.send("POST", "documents/" + document + "/changes", Optional.of(body));
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.json().getString("code")).isNotEmpty();
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void viewer_reads_and_may_not_write() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        Api vera = Api.newUser(anonymous.base(), "Vera");
        String room = ana.createRoom("Room");
        ana.addMember(room, vera, "viewer");
        String document = ana.createDocument(room, "Document");

        vera.get("documents/" + document + "/contents").requireStatus(200);
        assertProblem(
                change(vera, document, UUID.randomUUID().toString(), 1, 0, "[{\"insert\":\"x\"}]"), 403, "forbidden");
        assertProblem(vera.patch("documents/" + document, Map.of("title", "Mine")), 403, "forbidden");
        assertProblem(vera.post("rooms/" + room + "/documents", Map.of("title", "Mine")), 403, "forbidden");
        assertProblem(vera.patch("rooms/" + room, Map.of("name", "Mine")), 403, "forbidden");
    }

    @Test
    void room_keeps_its_last_owner() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String room = ana.createRoom("Room");

        assertProblem(ana.delete("rooms/" + room + "/members/" + ana.userId()), 409, "last-owner");
        assertProblem(
                ana.put("rooms/" + room + "/members/" + ana.userId(), Map.of("role", "viewer")), 409, "last-owner");
    }

    @Test
    void member_is_found_by_exact_address() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String email = ana.get("users/me").json().getString("email");

        assertThat(ana.get("users?email=" + email).json().getInt("total")).isEqualTo(1);
        assertThat(ana.get("users?email=nobody@example.com").json().getInt("total"))
                .isZero();
    }

    @Test
    void lists_are_paged() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String room = ana.createRoom("Room");
        for (int i = 0; i < 3; i++) {
            ana.createDocument(room, "Document " + i);
        }

        JsonObject page =
                ana.get("rooms/" + room + "/documents?limit=2&offset=2").json();
        assertThat(page.getInt("total")).isEqualTo(3);
        assertThat(page.getJsonArray("items")).hasSize(1);
        assertProblem(ana.get("rooms?limit=0"), 400, "validation-failed");
    }

    @Test
    void S11_every_page_carries_the_security_headers() {
        Answer page = Api.send(HttpRequest.newBuilder(anonymous.base().resolve("rooms/of/the/browsers/router")));

        page.requireStatus(200);
        assertThat(page.body()).contains("<div id=\"root\"");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
    }

    @Test
    void email_is_taken_once_by_four_at_the_same_time() {
        String email = UUID.randomUUID() + "@example.com";
        List<CompletableFuture<Integer>> answers = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> register(email).status()))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void deleted_document_is_gone_for_everybody() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String room = ana.createRoom("Room");
        String document = ana.createDocument(room, "Document");
        ana.delete("documents/" + document).requireStatus(204);

        assertProblem(ana.get("documents/" + document), 404, "not-found");
        assertProblem(ana.get("documents/" + document + "/contents"), 404, "not-found");
        assertProblem(change(ana, document, UUID.randomUUID().toString(), 1, 0, "[]"), 404, "not-found");
        assertThat(ana.get("rooms/" + room + "/documents").json().getInt("total"))
                .isZero();
    }

    @Test
    void deleted_room_takes_its_documents_along() {
        Api ana = Api.newUser(anonymous.base(), "Ana");
        String room = ana.createRoom("Room");
        String document = ana.createDocument(room, "Document");
        ana.delete("rooms/" + room).requireStatus(204);

        assertProblem(ana.get("rooms/" + room), 404, "not-found");
        assertProblem(ana.get("documents/" + document + "/contents"), 404, "not-found");
        assertThat(ana.get("rooms").json().getInt("total")).isZero();
    }

    @Test
    void body_over_the_limit_is_refused() {
        Api ana = Api.newUser(anonymous.base(), "Ana");

        assertProblem(ana.post("rooms", Map.of("name", "x".repeat(2_000_000))), 413, "too-large");
    }

    @Test
    void unknown_api_path_is_a_problem_document() {
        assertProblem(Api.newUser(anonymous.base(), "Ana").get("nothing/here"), 404, "not-found");
    }

    private Answer register(String email) {
        return anonymous.post(
                "auth/register", Map.of("email", email, "password", Api.PASSWORD, "displayName", "Somebody"));
    }

    private Answer refresh(Optional<String> cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(anonymous.base().resolve("api/auth/refresh"))
                .POST(HttpRequest.BodyPublishers.noBody());
        cookie.ifPresent(value -> request.header("Cookie", value));
        return Api.send(request);
    }

    private static Answer change(Api api, String document, String client, long seq, long base, String delta) {
        String body =
                "{\"clientId\":\"%s\",\"seq\":%d,\"baseRevision\":%d,\"delta\":%s}".formatted(client, seq, base, delta);
        return api.send("POST", "documents/" + document + "/changes", Optional.of(body));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        answer.requireStatus(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }
}
