package org.collab.it.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The audit log, on a product that believes a proxy on its own machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {
    private Product product;

    @BeforeAll
    void start(@TempDir Path directory) {
        product = Product.start(directory.resolve("data"), Map.of("COLLAB_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void S18_what_was_done_is_told_with_actor_session_and_address() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Secret plans");
        ana.addMember(room, ben, "editor");
        assertThat(actions(room)).isEqualTo("room-created role-given");
        Object details = only("SELECT details FROM audit_events WHERE subject_id = ? AND action = 'role-given'", room);
        assertThat(details).isEqualTo("{\"role\":\"editor\",\"user\":\"" + ben.userId() + "\"}");
        assertThat(only("SELECT actor_id FROM audit_events WHERE subject_id = ? LIMIT 1", room))
                .isEqualTo(UUID.fromString(ana.userId()));
        assertThat(only("SELECT address FROM audit_events WHERE subject_id = ? LIMIT 1", room))
                .isEqualTo("127.0.0.1");
        assertThat(only(
                        "SELECT count(*) FROM audit_events e JOIN sessions s ON s.id = e.session_id"
                                + " AND s.user_id = e.actor_id WHERE e.subject_id = ?",
                        room))
                .isEqualTo(2L);
    }

    @Test
    void what_was_refused_is_not_told() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String room = ana.createRoom("Room");
        ana.delete("rooms/" + room + "/members/" + ana.userId()).requireStatus(409);
        assertThat(actions(room)).isEqualTo("room-created");
    }

    @Test
    void the_address_is_the_one_before_the_trusted_proxy() {
        Api ana = Api.newUser(product.uri(), "Ana");
        String token = ana.post(
                        "auth/login",
                        Map.of("email", ana.get("users/me").json().getString("email"), "password", Api.PASSWORD))
                .requireStatus(200)
                .json()
                .getString("accessToken");
        String room = Api.send(HttpRequest.newBuilder(product.uri().resolve("api/rooms"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Room\"}")))
                .requireStatus(201)
                .json()
                .getString("id");
        assertThat(only("SELECT address FROM audit_events WHERE subject_id = ?", room))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void S18_the_database_refuses_to_change_or_delete_an_event() {
        Api.newUser(product.uri(), "Ana");
        for (String sql : new String[] {
            "UPDATE audit_events SET action = 'nothing'",
            "DELETE FROM audit_events",
            "TRUNCATE audit_events",
            "INSERT INTO audit_seals (number, hash, sealed_at) VALUES (1, sha256('x'), now())",
        }) {
            assertThatThrownBy(() -> product.sql().update(sql)).as(sql).isInstanceOf(AssertionError.class);
        }
    }

    private String actions(String subject) {
        return (String)
                only("SELECT string_agg(action, ' ' ORDER BY number) FROM audit_events WHERE subject_id = ?", subject);
    }

    private Object only(String sql, String id) {
        return product.sql().query(sql, UUID.fromString(id)).orElseThrow();
    }
}
