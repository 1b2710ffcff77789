package org.collab.it.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.history.Pen;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Export, erasure, retention and holds, on a product that keeps nothing for long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataProtectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Product product;
    private Api admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        product = Product.start(
                directory.resolve("data"),
                Map.of(
                        "COLLAB_TRASH_RETENTION", "PT3S",
                        "COLLAB_TRASH_PURGE_EVERY", "PT1S",
                        "COLLAB_SESSIONS_RETENTION", "PT3S",
                        "COLLAB_AUDIT_RETENTION", "PT20S"));
        admin = Administration.claim(product);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void an_export_holds_what_is_mine_and_nothing_of_others() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Garden");
        ana.addMember(room, ben, "editor");
        String document = ana.createDocument(room, "Plan");
        long head = new Pen(ana, document).insert(0, "by Ana ");
        new Pen(ben, document).insert(0, "by Ben ");
        ben.createDocument(ben.createRoom("Elsewhere"), "Hidden");
        JsonObject mine = ana.get("users/me/export").requireStatus(200).json();
        assertThat(mine.getJsonObject("profile").getString("email")).isEqualTo(Administration.email(ana));
        assertThat(mine.getJsonArray("sessions")).hasSize(1);
        assertThat(mine.getJsonArray("rooms").getJsonObject(0).getString("name"))
                .isEqualTo("Garden");
        JsonObject written = mine.getJsonArray("documents").getJsonObject(0);
        assertThat(written.getString("title")).isEqualTo("Plan");
        assertThat(written.getJsonArray("contents").toString()).contains("by Ana", "by Ben");
        assertThat(written.getJsonArray("changes")).hasSize(1);
        assertThat(written.getJsonArray("changes").getJsonObject(0).getInt("revision"))
                .isEqualTo((int) head);
        assertThat(mine.getJsonArray("auditEvents").toString()).contains("room-created", "data-exported");
        assertThat(mine.getBoolean("complete")).isTrue();
        assertThat(mine.toString()).doesNotContain("Hidden", "Elsewhere", Administration.email(ben));
    }

    @Test
    void exports_are_throttled() {
        Api ana = Api.newUser(product.uri(), "Ana");
        for (int i = 0; i < 5; i++) {
            ana.get("users/me/export").requireStatus(200);
        }
        ana.get("users/me/export").requireStatus(429);
    }

    @Test
    void who_is_erased_leaves_text_and_history_under_no_name() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Benedict");
        String email = Administration.email(ben);
        String room = ana.createRoom("Room");
        ana.addMember(room, ben, "editor");
        String document = ana.createDocument(room, "Document");
        new Pen(ben, document).insert(0, "still here");
        ben.put("documents/" + document + "/favourite", Map.of()).requireStatus(204);
        erase(ben, "not the password").requireStatus(403);
        erase(ben, Api.PASSWORD).requireStatus(204);
        ben.get("rooms").requireStatus(401);
        Api.anonymous(product.uri())
                .post("auth/login", Map.of("email", email, "password", Api.PASSWORD))
                .requireStatus(401);
        assertThat(ana.delta(document).toString()).contains("still here");
        String history =
                ana.get("documents/" + document + "/history").requireStatus(200).body();
        assertThat(history).contains(ben.userId(), "Former member").doesNotContain("Benedict");
        assertThat(ana.get("documents/" + document + "/verify").json().getBoolean("verified"))
                .isTrue();
        assertThat(ana.get("rooms/" + room + "/members").json().getInt("total")).isEqualTo(1);
        UUID id = UUID.fromString(ben.userId());
        for (String table : new String[] {
            "sessions", "room_members", "document_favourites", "document_visits", "user_groups", "user_avatars"
        }) {
            assertThat(product.sql().query("SELECT count(*) FROM " + table + " WHERE user_id = ?", id))
                    .as(table)
                    .contains(0L);
        }
        assertThat(product.sql().query("SELECT count(*) FROM users u WHERE u::text LIKE '%' || ? || '%'", email))
                .contains(0L);
        Api.anonymous(product.uri())
                .post("auth/register", Map.of("email", email, "password", Api.PASSWORD, "displayName", "Another"))
                .requireStatus(201);
    }

    private static Api.Answer erase(Api user, String password) {
        return user.send(
                "POST",
                "users/me/erasure",
                Optional.of(Json.createObjectBuilder()
                        .add("password", password)
                        .build()
                        .toString()));
    }

    @Test
    void the_last_owner_of_a_room_hands_it_over_first() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Greenhouse");
        JsonObject refused = erase(ana, Api.PASSWORD).requireStatus(409).json();
        assertThat(refused.getString("code")).isEqualTo("last-owner");
        assertThat(refused.getString("detail")).contains("Greenhouse");
        admin.delete("admin/users/" + ana.userId() + "?heir=" + admin.userId()).requireStatus(403);
        admin.delete("admin/users/" + ana.userId() + "?heir=" + ben.userId()).requireStatus(204);
        assertThat(ben.get("rooms/" + room).requireStatus(200).json().getString("role"))
                .isEqualTo("owner");
        admin.delete("admin/users/" + ana.userId()).requireStatus(404);
    }

    @Test
    void nothing_that_is_held_is_purged_or_erased() {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Room");
        ana.addMember(room, ben, "editor");
        String held = ana.createDocument(room, "Held");
        String gone = ana.createDocument(room, "Gone");
        String heldRoom = ana.createRoom("Held room");
        String goneRoom = ana.createRoom("Gone room");
        hold("document", held);
        hold("room", heldRoom);
        hold("user", ben.userId());
        UUID image = image(ben);
        UUID loose = image(ana);
        assertThat(admin.get("admin/holds").json().getInt("total")).isEqualTo(3);
        assertThat(erase(ben, Api.PASSWORD).requireStatus(409).json().getString("code"))
                .isEqualTo("held");
        admin.delete("admin/users/" + ben.userId()).requireStatus(409);
        for (String id : new String[] {held, gone}) {
            ana.delete("documents/" + id).requireStatus(204);
        }
        for (String id : new String[] {heldRoom, goneRoom}) {
            ana.delete("rooms/" + id).requireStatus(204);
        }
        await("the purge").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(exists("documents", UUID.fromString(gone))).isFalse();
            assertThat(exists("rooms", UUID.fromString(goneRoom))).isFalse();
            assertThat(exists("images", loose)).isFalse();
        });
        assertThat(exists("documents", UUID.fromString(held))).isTrue();
        assertThat(exists("rooms", UUID.fromString(heldRoom))).isTrue();
        assertThat(exists("images", image)).isTrue();
        for (String target : new String[] {"document/" + held, "room/" + heldRoom, "user/" + ben.userId()}) {
            admin.delete("admin/holds/" + target).requireStatus(204);
            admin.delete("admin/holds/" + target).requireStatus(404);
        }
        await("the purge of what was released").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(exists("documents", UUID.fromString(held))).isFalse();
            assertThat(exists("rooms", UUID.fromString(heldRoom))).isFalse();
            assertThat(exists("images", image)).isFalse();
        });
    }

    private void hold(String kind, String id) {
        admin.put("admin/holds/" + kind + "/" + id, Map.of("reason", "a case")).requireStatus(204);
    }

    /** A picture of long ago that no document shows. */
    private UUID image(Api by) {
        UUID id = UUID.randomUUID();
        product.sql()
                .update(
                        "INSERT INTO images (id, type, width, height, size, bytes, created_by, created_at)"
                                + " VALUES (?, 'image/png', 1, 1, 1, '\\x00', ?, now() - interval '1 day')",
                        id,
                        UUID.fromString(by.userId()));
        return id;
    }

    private boolean exists(String table, UUID id) {
        return product.sql()
                .query("SELECT 1 FROM " + table + " WHERE id = ?", id)
                .isPresent();
    }

    @Test
    void sessions_that_are_over_go() {
        Api ana = Api.newUser(product.uri(), "Ana");
        ana.send("POST", "auth/logout", Optional.empty()).requireStatus(204);
        await("the purge")
                .atMost(PATIENCE)
                .until(() -> product.sql()
                        .query("SELECT 1 FROM sessions WHERE user_id = ?", UUID.fromString(ana.userId()))
                        .isEmpty());
    }

    @Test
    void the_audit_log_is_purged_from_its_beginning_and_still_verifies() {
        Api.newUser(product.uri(), "Ana").createRoom("Room");
        await("the purge")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(verdict().getInt("purgedThrough")).isPositive());
        JsonObject verdict = verdict();
        assertThat(verdict.getBoolean("verified")).as(verdict.toString()).isTrue();
        assertThat(product.sql().query("SELECT count(*) FROM audit_events WHERE action = 'audit-purged'"))
                .isPresent();
    }

    private JsonObject verdict() {
        return admin.get("admin/audit/verify").requireStatus(200).json();
    }
}
