package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** S4 where the right is taken away on one node and used on another, with nothing but the database between them. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtOnceElsewhereIT {
    private static final String HELLO = "[{\"insert\":\"hello\"}]";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Product second;
    private Api ana;
    private Api ben;
    /** Ben's session on the other node. */
    private Api elsewhere;

    private String room;
    private String document;

    @BeforeAll
    void start(Product first, @TempDir Path directory) {
        second = Product.startBeside(first, directory);
        ana = Api.newUser(first.uri(), "Ana");
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @BeforeEach
    void share() {
        ben = Api.newUser(ana.base(), "Ben");
        String email = ben.get("users/me").requireStatus(200).json().getString("email");
        elsewhere = Api.anonymous(second.uri()).login(email, Api.PASSWORD);
        room = ana.createRoom("Shared");
        document = ana.createDocument(room, "A document");
        ana.addMember(room, ben, "editor");
    }

    @Test
    void S4_removal_on_another_node_refuses_the_next_write_and_closes_within_2_s() {
        Wire wire = join();
        ana.delete("rooms/" + room + "/members/" + ben.userId()).requireStatus(204);
        wire.submit(1, 0, HELLO);

        await().atMost(AT_ONCE).until(() -> !wire.isOpen());
        assertThat(wire.closeCode()).isEqualTo(4003);
        assertNothingIsWritten();
    }

    @Test
    void S4_demotion_on_another_node_refuses_the_next_write_and_is_told_within_2_s() {
        Wire wire = join();
        ana.addMember(room, ben, "viewer");
        wire.submit(1, 0, HELLO);

        assertThat(wire.await1("rejected").getString("code")).isEqualTo("forbidden");
        await().atMost(AT_ONCE)
                .until(() -> wire.received().stream()
                        .anyMatch(message -> message.getString("type").equals("role")));
        assertNothingIsWritten();
    }

    @Test
    void S4_end_of_the_session_on_another_node_refuses_the_next_write_and_closes_within_2_s() {
        Wire wire = join();
        JsonObject session = ben.get("auth/sessions").requireStatus(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(each -> !each.getBoolean("current"))
                .findFirst()
                .orElseThrow();
        ben.delete("auth/sessions/" + session.getString("id")).requireStatus(204);
        wire.submit(1, 0, HELLO);

        await().atMost(AT_ONCE).until(() -> !wire.isOpen());
        assertThat(wire.closeCode()).isEqualTo(4001);
        assertNothingIsWritten();
    }

    private Wire join() {
        Wire wire = Wire.open(elsewhere, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        return wire;
    }

    private void assertNothingIsWritten() {
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }
}
