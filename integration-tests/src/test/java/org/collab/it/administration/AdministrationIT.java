package org.collab.it.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.history.Pen;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What administrators may do, and what nobody else may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationIT {
    private Product product;
    private Api admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        product = Product.start(directory.resolve("data"), Map.of("COLLAB_METRICS_TOKEN", "hush-hush"));
        Api stranger = Api.newUser(product.uri(), "Stranger");
        stranger.post("admin/claim", Map.of("code", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"))
                .requireStatus(403);
        admin = Administration.claim(product);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void the_code_serves_once() {
        Api late = Api.newUser(product.uri(), "Late");
        late.post("admin/claim", Map.of("code", Administration.code(product))).requireStatus(403);
        assertThat(Administration.again(late).get("users/me").json().getBoolean("administrator"))
                .isFalse();
    }

    @Test
    void wrong_codes_are_throttled() {
        Api guesser = Api.newUser(product.uri(), "Guesser");
        for (int i = 0; i < 10; i++) {
            guesser.post("admin/claim", Map.of("code", "GUESS-" + i)).requireStatus(403);
        }
        guesser.post("admin/claim", Map.of("code", "GUESS-11")).requireStatus(429);
    }

    @Test
    void nobody_else_sees_or_does_anything() {
        Api ben = Api.newUser(product.uri(), "Ben");
        for (String path : List.of(
                "admin/users",
                "admin/rooms",
                "admin/audit",
                "admin/audit/export",
                "admin/audit/verify",
                "admin/settings",
                "admin/storage",
                "admin/holds",
                "admin/sessions",
                "admin/users/" + ben.userId() + "/sessions")) {
            ben.get(path).requireStatus(403);
            Api.anonymous(product.uri()).get(path).requireStatus(401);
        }
        ben.patch("admin/users/" + ben.userId(), Map.of("administrator", JsonValue.TRUE))
                .requireStatus(403);
        ben.delete("admin/users/" + admin.userId()).requireStatus(403);
        ben.put("admin/holds/user/" + ben.userId(), Map.of("reason", "mine")).requireStatus(403);
    }

    @Test
    void a_right_that_was_taken_counts_at_once_though_the_token_lives_on() {
        Api ana = Api.newUser(product.uri(), "Ana");
        admin.patch("admin/users/" + ana.userId(), Map.of("administrator", JsonValue.TRUE))
                .requireStatus(204);
        Api asAdministrator = Administration.again(ana);
        asAdministrator.get("admin/users").requireStatus(200);
        admin.patch("admin/users/" + ana.userId(), Map.of("administrator", JsonValue.FALSE))
                .requireStatus(204);
        asAdministrator.get("admin/users").requireStatus(403);
    }

    @Test
    void the_last_administrator_stays() {
        assertThat(admin.patch("admin/users/" + admin.userId(), Map.of("administrator", JsonValue.FALSE))
                        .requireStatus(409)
                        .json()
                        .getString("code"))
                .isEqualTo("last-administrator");
        admin.patch("admin/users/" + admin.userId(), Map.of("suspended", JsonValue.TRUE))
                .requireStatus(409);
        admin.delete("admin/users/" + admin.userId()).requireStatus(409);
        admin.get("admin/users").requireStatus(200);
    }

    @Test
    void S4_a_suspended_user_is_out_at_once_and_learns_nothing_at_sign_in() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String email = Administration.email(ana);
        String document = ana.createDocument(ana.createRoom("Room"), "Document");
        Pen pen = new Pen(ana, document);
        long head = pen.insert(0, "before");
        Wire wire = Wire.open(ana, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        admin.patch("admin/users/" + ana.userId(), Map.of("suspended", JsonValue.TRUE))
                .requireStatus(204);
        wire.submit(1, head, "[{\"insert\":\"after\"}]");
        await("the socket's end").atMost(Duration.ofSeconds(2)).until(() -> !wire.isOpen());
        ana.get("rooms").requireStatus(401);
        JsonObject suspended = signIn(email, Api.PASSWORD);
        JsonObject wrong = signIn(email, "not the password");
        assertThat(suspended.getString("code")).isEqualTo(wrong.getString("code"));
        assertThat(suspended.getString("detail")).isEqualTo(wrong.getString("detail"));
        admin.patch("admin/users/" + ana.userId(), Map.of("suspended", JsonValue.FALSE))
                .requireStatus(204);
        Api back = Api.anonymous(product.uri()).login(email, Api.PASSWORD);
        assertThat(back.delta(document).toString()).contains("before").doesNotContain("after");
    }

    private JsonObject signIn(String email, String password) {
        return Api.anonymous(product.uri())
                .post("auth/login", Map.of("email", email, "password", password))
                .requireStatus(401)
                .json();
    }

    @Test
    void a_password_that_was_reset_replaces_the_old_one_and_ends_the_sessions() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String email = Administration.email(ana);
        String password = admin.send("POST", "admin/users/" + ana.userId() + "/password", Optional.empty())
                .requireStatus(200)
                .json()
                .getString("password");
        ana.get("rooms").requireStatus(401);
        signIn(email, Api.PASSWORD);
        Api.anonymous(product.uri()).login(email, password).get("rooms").requireStatus(200);
    }

    @Test
    void a_session_of_a_user_can_be_ended() {
        Api ana = Api.newUser(product.uri(), "Ana");
        JsonObject sessions = admin.get("admin/users/" + ana.userId() + "/sessions")
                .requireStatus(200)
                .json();
        String id = sessions.getJsonArray("items").getJsonObject(0).getString("id");
        admin.delete("admin/users/" + ana.userId() + "/sessions/" + id).requireStatus(204);
        ana.get("rooms").requireStatus(401);
    }

    @Test
    void whoever_is_signed_in_is_listed_until_the_session_ends() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String query = "admin/sessions?text=" + Administration.email(ana);
        JsonObject list = admin.get(query).requireStatus(200).json();
        assertThat(list.getInt("total")).isEqualTo(1);
        JsonObject row = list.getJsonArray("items").getJsonObject(0);
        assertThat(row.getString("userId")).isEqualTo(ana.userId());
        assertThat(row.getJsonObject("session").getString("method")).isEqualTo("password");
        assertThat(row.getJsonObject("session").getBoolean("current")).isFalse();

        admin.delete("admin/users/" + ana.userId() + "/sessions/"
                        + row.getJsonObject("session").getString("id"))
                .requireStatus(204);
        assertThat(admin.get(query).json().getInt("total")).isZero();
    }

    @Test
    void administration_gives_no_right_to_read() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String room = ana.createRoom("Private");
        String document = ana.createDocument(room, "Secrets");
        new Pen(ana, document).insert(0, "a secret text");
        admin.get("rooms/" + room).requireStatus(404);
        admin.get("documents/" + document + "/contents").requireStatus(404);
        admin.get("documents/" + document + "/history").requireStatus(404);
        admin.put("admin/rooms/" + room + "/owner", Map.of("userId", admin.userId()))
                .requireStatus(403);
        assertThat(admin.get("admin/rooms?text=" + room).body())
                .contains("Private")
                .doesNotContain("Secrets");
        assertThat(admin.get("admin/storage").requireStatus(200).body()).doesNotContain("a secret text");
    }

    @Test
    void a_room_without_an_owner_gets_one_and_another_does_not() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Orphan");
        Map<String, String> owner = Map.of("userId", ben.userId());
        assertThat(admin.put("admin/rooms/" + room + "/owner", owner)
                        .requireStatus(409)
                        .json()
                        .getString("code"))
                .isEqualTo("has-owner");
        admin.patch("admin/users/" + ana.userId(), Map.of("suspended", JsonValue.TRUE))
                .requireStatus(204);
        admin.put("admin/rooms/" + room + "/owner", owner).requireStatus(204);
        assertThat(ben.get("rooms/" + room).requireStatus(200).json().getString("role"))
                .isEqualTo("owner");
    }

    @Test
    void a_room_can_be_deleted_and_brought_back() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String room = ana.createRoom("Room");
        admin.delete("admin/rooms/" + room).requireStatus(204);
        ana.get("rooms/" + room).requireStatus(404);
        admin.send("POST", "admin/rooms/" + room + "/restore", Optional.empty()).requireStatus(204);
        ana.get("rooms/" + room).requireStatus(200);
    }

    @Test
    void settings_are_shown_and_secrets_are_not() {
        String body = admin.get("admin/settings").requireStatus(200).body();
        assertThat(body).contains("collab.trash.retention", "P30D").doesNotContain("hush-hush");
        JsonObject token = admin.get("admin/settings").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(row -> row.getString("key").equals("collab.metrics.token"))
                .findFirst()
                .orElseThrow();
        assertThat(token.getString("value")).isEqualTo("••••••");
        assertThat(token.getString("source")).isNotEqualTo("default");
    }

    @Test
    void the_audit_log_is_found_by_actor_action_subject_time_and_text() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Room");
        ana.addMember(room, ben, "editor");
        assertThat(total("actor=" + ana.userId() + "&action=role-given")).isEqualTo(1);
        assertThat(total("subject=" + room)).isEqualTo(2);
        assertThat(total("subject=" + ben.userId() + "&action=role-given")).isEqualTo(1);
        assertThat(total("subject=" + room + "&text=editor")).isEqualTo(1);
        assertThat(total("subject=" + room + "&from=2100-01-01T00:00:00Z")).isZero();
        assertThat(total("subject=" + room + "&to=2100-01-01T00:00:00Z")).isEqualTo(2);
        JsonObject found = admin.get("admin/audit?subject=" + room).json();
        assertThat(found.getJsonObject("names").getString(ana.userId())).isEqualTo("Ana");
        admin.get("admin/audit?actor=somebody").requireStatus(400);
    }

    private int total(String query) {
        return admin.get("admin/audit?" + query).requireStatus(200).json().getInt("total");
    }

    @Test
    void an_export_is_json_lines_is_told_itself_and_the_chain_is_whole() {
        String[] lines = admin.get("admin/audit/export")
                .requireStatus(200)
                .body()
                .strip()
                .split("\n", -1);
        JsonObject last =
                Json.createReader(new StringReader(lines[lines.length - 1])).readObject();
        assertThat(last.getString("action")).isEqualTo("audit-exported");
        assertThat(lines.length).isGreaterThanOrEqualTo(last.getInt("number"));
        JsonObject verdict = admin.get("admin/audit/verify").requireStatus(200).json();
        assertThat(verdict.getBoolean("verified")).isTrue();
        assertThat(verdict.getInt("head")).isGreaterThanOrEqualTo(last.getInt("number"));
    }
}
