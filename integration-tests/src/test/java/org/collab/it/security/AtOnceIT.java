package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S4: whatever takes a right away holds from its commit on, and ends connections within 2 s. */
@ExtendWith(SharedProduct.class)
class AtOnceIT {
    private static final String HELLO = "[{\"insert\":\"hello\"}]";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Api ana;
    private final Api ben;
    private String room = "";
    private String document = "";

    AtOnceIT(Product product) {
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
    }

    @BeforeEach
    void share() {
        room = ana.createRoom("Shared");
        document = ana.createDocument(room, "A document");
        ana.addMember(room, ben, "editor");
    }

    @Test
    void S4_sign_out_ends_the_socket_and_every_later_write() {
        Wire wire = join(ben);
        ben.send("POST", "auth/logout", Optional.empty()).requireStatus(204);
        wire.submit(1, 0, HELLO);

        await().atMost(AT_ONCE).until(() -> !wire.isOpen());
        assertThat(wire.closeCode()).isEqualTo(4001);
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void S4_signed_out_access_token_opens_nothing_though_it_is_young() {
        String ticket = ben.ticket(document);
        ben.send("POST", "auth/logout", Optional.empty()).requireStatus(204);

        assertThat(ben.get("rooms").requireStatus(401).json().getString("code")).isEqualTo("unauthenticated");
        assertThat(ben.post("documents/" + document + "/changes", change()).status())
                .isEqualTo(401);
        assertThat(refusal(ticket)).isEqualTo(401);
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void S4_sign_out_ends_one_session_and_leaves_the_other() {
        String email = ben.get("users/me").json().getString("email");
        Api elsewhere = ben.login(email, Api.PASSWORD);
        Wire stays = join(elsewhere);
        Wire goes = join(ben);
        ben.send("POST", "auth/logout", Optional.empty()).requireStatus(204);

        await().atMost(AT_ONCE).until(() -> !goes.isOpen());
        stays.submit(1, 0, HELLO);
        await().until(() -> stays.changes().size() == 1);
    }

    @Test
    void S4_demotion_holds_for_the_next_write() {
        Wire wire = join(ben);
        ana.addMember(room, ben, "commenter");
        wire.submit(1, 0, HELLO);

        assertThat(wire.await1("rejected").getString("code")).isEqualTo("forbidden");
        await().atMost(AT_ONCE)
                .until(() -> wire.received().stream()
                        .anyMatch(message -> message.getString("type").equals("role")));
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void S4_removal_holds_for_the_next_write_and_closes_within_2_s() {
        Wire wire = join(ben);
        ana.delete("rooms/" + room + "/members/" + ben.userId()).requireStatus(204);

        assertThat(ben.post("documents/" + document + "/changes", change()).status())
                .isEqualTo(404);
        await().atMost(AT_ONCE).until(() -> !wire.isOpen());
        assertThat(wire.closeCode()).isEqualTo(4003);
    }

    private Wire join(Api who) {
        Wire wire = Wire.open(who, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        return wire;
    }

    private int refusal(String ticket) {
        try {
            Wire.open(ben.base(), document, ticket, Optional.of(Wire.origin(ben.base())), message -> {})
                    .close();
            return 101;
        } catch (Wire.Refused refused) {
            return refused.status();
        }
    }

    private static Map<String, Object> change() {
        return Map.of(
                "clientId",
                UUID.randomUUID(),
                "seq",
                1,
                "baseRevision",
                0,
                "delta",
                Json.createReader(new StringReader(HELLO)).readArray());
    }
}
