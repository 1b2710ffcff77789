package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests may hold and what answers tell: S2, S7, S9, S11, S15, S18, S19. */
@ExtendWith(SharedProduct.class)
class RequestsIT {
    private final Product product;
    private final Api ana;
    private String room = "";
    private String document = "";
    private final String clientId = UUID.randomUUID().toString();
    private int seq;

    RequestsIT(Product product) {
        this.product = product;
        ana = Api.newUser(product.uri(), "Ana");
    }

    @BeforeEach
    void prepare() {
        room = ana.createRoom("Requests");
        document = ana.createDocument(room, "A document");
    }

    @Test
    void S2_logs_hold_no_ticket_no_token_and_no_text() {
        String secret = "secret-" + UUID.randomUUID();
        String ticket = ana.ticket(document);
        Wire wire = Wire.open(ana.base(), document, ticket, Optional.of(Wire.origin(ana.base())), message -> {});
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        wire.submit(1, 0, "[{\"insert\":\"" + secret + "\"}]");
        wire.submit(2, 99, "[{\"insert\":\"" + secret + "\"}]");
        wire.await1("rejected");
        wire.send("{\"type\":\"" + secret + "\"}");
        assertThat(wire.closeCode()).isEqualTo(4009);
        submit("[{\"insert\":\"" + secret + "\",\"attributes\":{\"onclick\":\"" + secret + "\"}}]");
        ana.post("documents/" + secret + "/tickets", Map.of());

        assertThat(product.output()).doesNotContain(secret, ticket, ana.token());
    }

    @Test
    void S7_lengths_that_overflow_an_int_or_a_long_are_refused() {
        for (String length : new String[] {"2147483647", "4294967297", "9223372036854775807", "9223372036854775808"}) {
            String delta = "[{\"retain\":%s},{\"retain\":%s},{\"insert\":\"x\"}]".formatted(length, length);
            assertThat(submit(delta).status()).as(delta).isEqualTo(422);
        }
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void S7_permessage_deflate_is_never_agreed_on() {
        Answer refused = Api.send(HttpRequest.newBuilder(URI.create(ana.base() + "ws/documents/" + document)));
        assertThat(refused.response().headers().firstValue("Sec-WebSocket-Extensions"))
                .isEmpty();
        assertThat(UpgradeRequest.extensions(ana, document, "permessage-deflate; client_max_window_bits"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\\tscript:alert(1)",
                "\\u0001javascript:alert(1)",
                " javascript:alert(1)",
                "java\\u200bscript:alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "blob:https://example.com/1",
                "//evil.example",
                "/relative",
                ""
            })
    void S9_link_of_another_scheme_is_refused(String link) {
        assertThat(code(submit("[{\"insert\":\"x\",\"attributes\":{\"link\":\"" + link + "\"}}]")))
                .isEqualTo("forbidden-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"insert\":\"x\",\"attributes\":{\"onclick\":\"alert(1)\"}}]",
                "[{\"insert\":\"x\",\"attributes\":{\"style\":\"position:fixed\"}}]",
                "[{\"insert\":\"x\",\"attributes\":{\"color\":\"red;background:url(//evil)\"}}]",
                "[{\"insert\":\"x\",\"attributes\":{\"font\":\"x\\\" onload=\"}}]",
                "[{\"insert\":{\"video\":\"https://example.com/\"}}]",
                "[{\"insert\":{\"formula\":\"\\\\href{javascript:alert(1)}{x}\"}}]",
                "[{\"insert\":{\"html\":\"<script>alert(1)</script>\"}}]",
                "[{\"insert\":{\"image\":\"https://evil.example/pixel.png\"}}]",
                "[{\"insert\":{\"image\":\"data:image/svg+xml;base64,PHN2Zz4=\"}}]",
                "[{\"insert\":{\"image\":\"data:text/html,x\"}}]",
                "[{\"insert\":{\"image\":\"images/../../secret\"}}]"
            })
    void S9_unknown_attribute_or_embed_is_refused(String delta) {
        assertThat(code(submit(delta))).isEqualTo("forbidden-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__proto__", "constructor", "prototype"})
    void S9_attribute_named_like_a_prototype_is_refused(String name) {
        assertThat(submit("[{\"insert\":\"x\",\"attributes\":{\"" + name + "\":{\"polluted\":true}}}]")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/assets/none.js",
        "GET,/documents/x",
        "GET,/api/health/live",
        "GET,/api/rooms",
        "GET,/api/none",
        "POST,/api/auth/login",
        "GET,/ws/documents/x",
        "GET,/container-error",
        "GET,/icon.svg"
    })
    void S11_every_answer_carries_the_security_headers(String method, String path) {
        Answer answer =
                Api.send(HttpRequest.newBuilder(ana.base().resolve(path)).method(method, BodyPublishers.noBody()));
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'; script-src 'self'; ")
                .contains("object-src 'none'; base-uri 'none'; ")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.response().headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(answer.response().headers().firstValue("Server").orElse("")).doesNotContainPattern("[0-9]");
        assertThat(answer.response().headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void S11_behind_TLS_browsers_are_told_to_stay_there() {
        Answer answer = Api.send(HttpRequest.newBuilder(ana.base()).header("X-Forwarded-Proto", "https"));
        assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void S11_pages_style_elements_need_the_nonce_that_changes_with_every_answer() {
        Answer one = Api.send(HttpRequest.newBuilder(ana.base()));
        Answer other = Api.send(HttpRequest.newBuilder(ana.base()));
        String nonce = header(one, "Content-Security-Policy").replaceAll(".*style-src 'self' 'nonce-([^']+)'.*", "$1");
        assertThat(one.body()).contains("<style nonce=\"" + nonce + "\">").doesNotContain("<style>", "<base");
        assertThat(header(other, "Content-Security-Policy")).doesNotContain(nonce);
    }

    @Test
    void S15_fields_that_only_the_server_sets_never_take_effect() {
        String foreign = UUID.randomUUID().toString();
        JsonObject made = ana.post(
                        "rooms", Map.of("name", "Extra", "id", foreign, "role", "viewer", "createdBy", foreign))
                .requireStatus(201)
                .json();
        assertThat(made.getString("id")).isNotEqualTo(foreign);
        assertThat(made.getString("role")).isEqualTo("owner");
        JsonObject titled = ana.post(
                        "rooms/" + room + "/documents",
                        Map.of("title", "Extra", "id", foreign, "head", 99, "role", "viewer", "kind", "script"))
                .requireStatus(201)
                .json();
        assertThat(titled.getString("id")).isNotEqualTo(foreign);
        assertThat(titled.getInt("head")).isZero();
        assertThat(titled.getString("kind")).isEqualTo("text");

        ana.post(
                        "documents/" + document + "/changes",
                        Map.of(
                                "clientId",
                                clientId,
                                "seq",
                                1,
                                "baseRevision",
                                0,
                                "revision",
                                77,
                                "userId",
                                foreign,
                                "authorId",
                                foreign,
                                "at",
                                "2001-01-01T00:00:00Z",
                                "delta",
                                json("[{\"insert\":\"x\"}]")))
                .requireStatus(201);
        JsonObject change = ana.get("documents/" + document + "/changes")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(change.getInt("revision")).isEqualTo(1);
        assertThat(change.getString("userId")).isEqualTo(ana.userId());
        assertThat(change.getString("at")).doesNotStartWith("2001");
    }

    @Test
    void S15_nobody_makes_himself_more_than_he_is() {
        String before = ana.get("users/me").body();
        ana.patch(
                "users/me",
                Map.of("displayName", "Ana", "email", "root@example.com", "administrator", true, "kind", "ERASED"));
        assertThat(ana.get("users/me").json().getString("email"))
                .isEqualTo(json(before).asJsonObject().getString("email"));
        assertThat(product.sql().query("SELECT administrator FROM users WHERE id = ?", UUID.fromString(ana.userId())))
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,documents/1,404",
        "GET,rooms/00000000-0000-4000-8000-000000000000,404",
        "GET,none,404",
        "DELETE,health/live,405",
        "POST,rooms,400"
    })
    void S18_errors_carry_an_id_and_a_code_and_no_exception(String method, String path, int status) {
        Answer answer = ana.send(method, path, method.equals("POST") ? Optional.of("{") : Optional.empty());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JsonObject problem = answer.json();
        assertThat(problem.getString("code")).matches("[a-z-]+");
        assertThat(UUID.fromString(problem.getString("id"))).isNotNull();
        assertThat(answer.body()).doesNotContain("Exception", "org.collab", "jakarta", "at org", "SQL");
    }

    @Test
    void S19_invalid_token_at_a_public_resource_harms_no_more_than_none() {
        Api confused = ana.withToken("nonsense", "");
        int none = Api.anonymous(ana.base()).get("health/live").status();
        assertThat(none).isEqualTo(200);
        // Payara answers 401 to any bad token, before the application sees the request; a page of ours sends none
        // there.
        assertThat(confused.get("health/live").status()).isIn(none, 401);
    }

    private Answer submit(String delta) {
        seq++;
        return ana.send(
                "POST",
                "documents/" + document + "/changes",
                Optional.of("{\"clientId\":\"%s\",\"seq\":%d,\"baseRevision\":0,\"delta\":%s}"
                        .formatted(clientId, seq, delta)));
    }

    private static String code(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json().getString("code");
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }
}
