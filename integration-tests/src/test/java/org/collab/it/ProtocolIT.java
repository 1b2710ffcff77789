package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.collab.ot.Delta;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedProduct.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProtocolIT {
    private static final Api NOBODY = Api.anonymous(URI.create("http://127.0.0.1/"));
    private static final String HELLO = "[{\"insert\":\"hello\"}]";

    private Api ana = NOBODY;
    private Api ben = NOBODY;
    private String room = "";
    private String document = "";
    private String clientId = "";

    /** Users are made once: their passwords take the server a while, on purpose. */
    @BeforeAll
    void signUp(Product product) {
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
    }

    @BeforeEach
    void prepare() {
        clientId = UUID.randomUUID().toString();
        room = ana.createRoom("Protocol");
        document = ana.createDocument(room, "A document");
    }

    @Test
    void O1_S2_ticket_serves_once() {
        String ticket = ana.ticket(document);
        Optional<String> origin = Optional.of(Wire.origin(ana.base()));
        Wire.open(ana.base(), document, ticket, origin, message -> {}).close();

        assertThat(refusal(document, ticket, origin)).isEqualTo(401);
    }

    @Test
    void O1_S2_ticket_is_for_its_document_alone() {
        String other = ana.createDocument(room, "Another");

        assertThat(refusal(other, ana.ticket(document), Optional.of(Wire.origin(ana.base()))))
                .isEqualTo(401);
    }

    @Test
    void O2_S2_unknown_ticket_is_refused() {
        assertThat(refusal(document, "nonsense", Optional.of(Wire.origin(ana.base()))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://sub.127.0.0.1", "http://127.0.0.1:1"})
    void O2_S1_foreign_origin_is_refused(String origin) {
        assertThat(refusal(document, ana.ticket(document), Optional.of(origin))).isEqualTo(403);
    }

    @Test
    void O2_S1_missing_origin_is_refused() {
        assertThat(refusal(document, ana.ticket(document), Optional.empty())).isEqualTo(403);
    }

    @Test
    void O2_subprotocol_is_agreed() {
        assertThat(Wire.open(ana, document).subprotocol()).isEqualTo("collab.v1");
    }

    @Test
    void O3_first_message_must_be_a_hello() {
        Wire wire = Wire.open(ana, document);
        wire.submit(1, 0, HELLO);

        assertThat(wire.await1("error").getString("code")).isEqualTo("protocol-error");
        assertThat(wire.closeCode()).isEqualTo(4009);
    }

    @Test
    void O4_welcome_tells_everything_that_an_editor_needs() {
        JsonObject welcome = join(ana).await1("welcome");

        assertThat(welcome.getInt("protocol")).isEqualTo(1);
        assertThat(welcome.getInt("head")).isZero();
        assertThat(welcome.getString("role")).isEqualTo("owner");
        assertThat(welcome.getInt("acknowledged")).isZero();
        assertThat(welcome.getJsonObject("self").getString("displayName")).isEqualTo("Ana");
        assertThat(welcome.getJsonArray("participants")).isEmpty();
        assertThat(welcome.getInt("revision")).isZero();
        assertThat(welcome.get("contents")).hasToString("[{\"insert\":\"\\n\"}]");
        assertThat(welcome.getJsonObject("limits").getInt("messageBytes")).isEqualTo(262_144);
    }

    @Test
    void O4_changes_follow_a_numeric_hello_one_by_one() {
        Wire writer = join(ana);
        commit(writer, 1, 0, HELLO);
        commit(writer, 2, 1, "[{\"insert\":\"more \"}]");
        Wire reader = Wire.open(ana, document);
        reader.hello(UUID.randomUUID().toString(), Optional.of(0L));

        assertThat(reader.await1("welcome").containsKey("contents")).isFalse();
        await().until(() -> reader.changes().size() == 2);
        assertThat(reader.changes())
                .extracting(change -> change.getInt("revision"))
                .containsExactly(1, 2);
        writer.close();
    }

    @Test
    void O5_revision_ahead_of_head_is_answered_by_resync() {
        Wire wire = Wire.open(ana, document);
        wire.hello(clientId, Optional.of(99L));

        JsonObject resync = wire.await1("resync");
        assertThat(resync.getInt("revision")).isZero();
        assertThat(resync.containsKey("contents")).isTrue();
    }

    @Test
    void E2_own_change_in_the_stream_is_the_acknowledgement() {
        Wire wire = join(ana);
        wire.submit(1, 0, HELLO);

        JsonObject change = wire.await1("changes").getJsonArray("changes").getJsonObject(0);
        assertThat(change.getInt("revision")).isEqualTo(1);
        assertThat(change.getString("clientId")).isEqualTo(clientId);
        assertThat(change.getInt("seq")).isEqualTo(1);
        assertThat(change.getString("userId")).isEqualTo(ana.userId());
        assertThat(ana.delta(document))
                .isEqualTo(Delta.builder().insert("hello\n").build());
    }

    @Test
    void E4_resubmission_gets_the_original_revision() {
        Wire wire = join(ana);
        commit(wire, 1, 0, HELLO);
        commit(wire, 2, 1, HELLO);
        wire.submit(1, 0, HELLO);

        await().until(() -> wire.changes().size() == 3);
        assertThat(wire.changes().get(2).getInt("revision")).isEqualTo(1);
        assertThat(ana.contents(document).getInt("revision")).isEqualTo(2);
    }

    @Test
    void E4_resubmission_over_REST_gets_the_original_revision() {
        commit(join(ana), 1, 0, HELLO);
        var change = Map.of(
                "clientId",
                clientId,
                "seq",
                1,
                "baseRevision",
                0,
                "delta",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("insert", "hello"))
                        .build());

        assertThat(ana.post("documents/" + document + "/changes", change)
                        .requireStatus(201)
                        .json()
                        .getInt("revision"))
                .isEqualTo(1);
        assertThat(ana.contents(document).getInt("revision")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"retain\":0}]",
                "[{\"delete\":5}]",
                "[{\"insert\":\"\"}]",
                "[{\"retain\":1.5},{\"insert\":\"x\"}]",
                "[{\"retain\":\"1\"}]",
                "[{\"insert\":\"x\",\"delete\":1}]",
                "[{\"insert\":\"\\ud83d\"}]",
                "[{\"insert\":\"\\u0000\"}]",
                "[{\"delete\":1}]",
                "[{\"retain\":9},{\"insert\":\"x\"}]",
                "[{\"insert\":\"x\",\"attributes\":{\"onclick\":\"alert(1)\"}}]",
                "[{\"insert\":\"x\",\"attributes\":{\"link\":\"javascript:alert(1)\"}}]",
                "[{\"insert\":{\"video\":\"https://example.com\"}}]"
            })
    void I7_bad_delta_is_rejected_and_others_go_on(String delta) {
        Wire wire = join(ana);
        Wire other = Wire.open(ana, document);
        other.hello(UUID.randomUUID().toString(), Optional.empty());
        other.await1("welcome");
        wire.submit(1, 0, delta);

        assertThat(wire.await1("rejected").getInt("seq")).isEqualTo(1);
        assertThat(wire.isOpen()).isTrue();
        commit(other, 1, 0, HELLO);
        assertThat(ana.contents(document).getInt("revision")).isEqualTo(1);
    }

    @Test
    void E7_S3_viewers_submit_is_neither_committed_nor_broadcast() {
        ana.addMember(room, ben, "viewer");
        Wire owner = join(ana);
        Wire viewer = Wire.open(ben, document);
        viewer.hello(UUID.randomUUID().toString(), Optional.empty());
        assertThat(viewer.await1("welcome").getString("role")).isEqualTo("viewer");
        viewer.submit(1, 0, HELLO);

        assertThat(viewer.await1("rejected").getString("code")).isEqualTo("forbidden");
        assertThat(ana.contents(document).getInt("revision")).isZero();
        assertThat(owner.changes()).isEmpty();
    }

    @Test
    void E7_write_is_refused_after_the_member_was_removed() {
        ana.addMember(room, ben, "editor");
        Wire wire = Wire.open(ben, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        ana.delete("rooms/" + room + "/members/" + ben.userId()).requireStatus(204);
        wire.submit(1, 0, HELLO);

        assertThat(wire.closeCode()).isEqualTo(4003);
        assertThat(wire.changes()).isEmpty();
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void E6_rejected_seq_serves_for_a_new_edit_over_WebSocket_and_REST() {
        String beyond = "[{\"retain\":9},{\"insert\":\"x\"}]";
        Wire wire = join(ana);
        wire.submit(1, 0, beyond);
        wire.await1("rejected");
        commit(wire, 1, 0, HELLO);

        String client = UUID.randomUUID().toString();
        submit(client, beyond).requireStatus(422);
        assertThat(submit(client, HELLO).requireStatus(201).json().getInt("revision"))
                .isEqualTo(2);
    }

    private Api.Answer submit(String client, String delta) {
        JsonArray ops = Json.createReader(new StringReader(delta)).readArray();
        return ana.post(
                "documents/" + document + "/changes",
                Map.of("clientId", client, "seq", 1, "baseRevision", 0, "delta", ops));
    }

    @Test
    void L4_changed_role_is_told_on_the_open_connection_within_2_s() {
        ana.addMember(room, ben, "editor");
        Wire wire = Wire.open(ben, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        ana.addMember(room, ben, "viewer");

        await().atMost(Duration.ofSeconds(2))
                .until(() -> wire.received().stream()
                        .anyMatch(message -> message.getString("type").equals("role")
                                && message.getString("role").equals("viewer")));
        wire.submit(1, 0, HELLO);
        assertThat(wire.await1("rejected").getString("code")).isEqualTo("forbidden");
    }

    @Test
    void L4_lost_access_closes_with_4003_within_2_s() {
        ana.addMember(room, ben, "editor");
        Wire wire = Wire.open(ben, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        wire.await1("welcome");
        ana.delete("rooms/" + room + "/members/" + ben.userId()).requireStatus(204);

        await().atMost(Duration.ofSeconds(2)).until(() -> !wire.isOpen());
        assertThat(wire.await1("error").getString("code")).isEqualTo("forbidden");
        assertThat(wire.closeCode()).isEqualTo(4003);
    }

    @Test
    void E10_wrong_hash_is_answered_by_resync_and_counted() {
        Wire wire = join(ana);
        commit(wire, 1, 0, HELLO);
        wire.send("{\"type\":\"hash\",\"revision\":1,\"hash\":\"0000000000000000\"}");

        JsonObject resync = wire.await1("resync");
        assertThat(resync.getString("code")).isEqualTo("hash-mismatch");
        assertThat(resync.getJsonArray("contents").getJsonObject(0).getString("insert"))
                .isEqualTo("hello\n");
        assertThat(ana.get("metrics").requireStatus(200).body()).containsPattern("(?m)^collab_divergences_total [1-9]");
    }

    @Test
    void L5_deleted_document_closes_its_editors_with_4003() {
        Wire wire = join(ana);
        ana.delete("documents/" + document).requireStatus(204);

        assertThat(wire.await1("error").getString("code")).isEqualTo("not-found");
        assertThat(wire.closeCode()).isEqualTo(4003);
    }

    @Test
    void O3_L1_late_hello_and_silence_end_a_connection() {
        Wire late = Wire.open(ana, document);
        Wire silent = join(ana);

        assertThat(late.await1("error").getString("code")).isEqualTo("hello-timeout");
        assertThat(late.closeCode()).isEqualTo(4009);
        await().atMost(Duration.ofMinutes(1)).until(() -> !silent.isOpen());
        assertThat(silent.await1("error").getString("code")).isEqualTo("silent");
        assertThat(silent.closeCode()).isEqualTo(1001);
    }

    @Test
    void L1_ping_is_answered_with_the_same_time() {
        Wire wire = join(ana);
        wire.send("{\"type\":\"ping\",\"sentAt\":12345}");

        assertThat(wire.await1("pong").getInt("sentAt")).isEqualTo(12345);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"text\"", "{\"type\":5}", "{\"type\":\"dance\"}", "{\"type\":\"submit\",\"seq\":0}"
            })
    void L5_frame_that_is_no_message_closes_with_4009_after_an_error(String frame) {
        Wire wire = join(ana);
        Wire other = Wire.open(ana, document);
        other.hello(UUID.randomUUID().toString(), Optional.empty());
        other.await1("welcome");
        wire.send(frame);

        assertThat(wire.await1("error").getString("code")).isNotEmpty();
        assertThat(wire.closeCode()).isEqualTo(4009);
        commit(other, 1, 0, HELLO);
    }

    @Test
    void L7_S7_message_over_256_KiB_closes_with_1009_after_an_error() {
        Wire wire = join(ana);
        wire.submit(1, 0, "[{\"insert\":\"" + "x".repeat(300_000) + "\"}]");

        assertThat(wire.await1("error").getString("code")).isEqualTo("too-large");
        assertThat(wire.closeCode()).isEqualTo(1009);
        assertThat(ana.contents(document).getInt("revision")).isZero();
    }

    @Test
    void L5_binary_message_is_refused_with_4009_after_an_error() {
        Wire wire = join(ana);
        wire.sendBinary(new byte[] {1, 2, 3});

        assertThat(wire.await1("error").getString("code")).isEqualTo("protocol-error");
        assertThat(wire.closeCode()).isEqualTo(4009);
    }

    @Test
    void L7_S7_fragments_are_added_up() {
        Wire wire = join(ana);
        wire.sendFragmented("{\"type\":\"ping\",\"filler\":\"" + "x".repeat(200_000), "x".repeat(200_000) + "\"}");

        assertThat(wire.closeCode()).isEqualTo(1009);
    }

    @Test
    void L7_message_in_fragments_within_the_limit_is_read() {
        Wire wire = join(ana);
        wire.sendFragmented("{\"type\":\"pi", "ng\",\"sentAt\":7}");

        assertThat(wire.await1("pong").getInt("sentAt")).isEqualTo(7);
    }

    @Test
    void L7_S7_more_than_5000_ops_are_rejected() {
        Wire wire = join(ana);
        String ops = "{\"insert\":\"x\"},{\"insert\":\"y\",\"attributes\":{\"bold\":true}},".repeat(2_600);
        wire.submit(1, 0, "[" + ops + "{\"insert\":\"z\"}]");

        assertThat(wire.await1("rejected").getInt("seq")).isEqualTo(1);
    }

    @Test
    void P2_participants_see_who_comes_and_goes() {
        Wire first = join(ana);
        first.await1("welcome");
        ana.addMember(room, ben, "editor");
        Wire second = Wire.open(ben, document);
        second.hello(UUID.randomUUID().toString(), Optional.empty());

        JsonObject welcome = second.await1("welcome");
        assertThat(welcome.getJsonArray("participants").getJsonObject(0).getString("displayName"))
                .isEqualTo("Ana");
        first.await1("presence", presence -> !presence.getJsonArray("joined").isEmpty());
        second.abort();
        first.await1("presence", presence -> !presence.getJsonArray("left").isEmpty());
    }

    @Test
    void P3_connection_that_answers_nothing_is_gone_for_the_others_within_10_s() {
        Wire first = join(ana);
        ana.addMember(room, ben, "editor");
        Wire lost = Wire.open(ben, document);
        String lostClient = UUID.randomUUID().toString();
        lost.hello(lostClient, Optional.empty());
        lost.await1("welcome");
        lost.stopReading();
        lost.send("{\"type\":\"ping\",\"sentAt\":1}");
        lost.await1("pong"); // the last thing that it takes in

        await().atMost(Duration.ofSeconds(10))
                .until(() -> first.received().stream()
                        .filter(message -> message.getString("type").equals("presence"))
                        .anyMatch(message ->
                                message.getJsonArray("left").toString().contains(lostClient)));
    }

    private Wire join(Api user) {
        Wire wire = Wire.open(user, document);
        wire.hello(clientId, Optional.empty());
        wire.await1("welcome");
        return wire;
    }

    private static void commit(Wire wire, long seq, long base, String delta) {
        int before = wire.changes().size();
        wire.submit(seq, base, delta);
        await().until(() -> wire.changes().size() == before + 1);
    }

    private int refusal(String documentId, String ticket, Optional<String> origin) {
        Wire.Refused refused = catchThrowableOfType(
                Wire.Refused.class, () -> Wire.open(ana.base(), documentId, ticket, origin, message -> {}));
        assertThat(refused).isNotNull();
        return refused.status();
    }
}
