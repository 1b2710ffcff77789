package org.collab.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Contents;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.SessionLimits;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;

class ServerMessageWriterTest {
    private static final UUID CLIENT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID USER = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Person ANA = new Person(CLIENT, USER, "Ana \"A\"", "#123456");

    @Test
    void E2_changes() {
        Delta delta = Delta.builder().insert("x").build();
        CommittedChange change = new CommittedChange(
                5,
                CLIENT,
                2,
                USER,
                4,
                Instant.parse("2026-01-02T03:04:05.000006Z"),
                delta,
                delta.toString(),
                ChangeHash.GENESIS);

        assertThat(ServerMessageWriter.write(new ServerMessage.Changes(List.of(change))))
                .isEqualTo("{\"type\":\"changes\",\"changes\":[{\"revision\":5,\"clientId\":\"" + CLIENT
                        + "\",\"seq\":2,\"userId\":\"" + USER
                        + "\",\"at\":\"2026-01-02T03:04:05.000006Z\",\"delta\":[{\"insert\":\"x\"}]}]}");
    }

    @Test
    void O4_welcome_with_contents() {
        var opening = new ServerMessage.Opening(3, 1, Role.EDITOR, 2, ANA, List.of(), SessionLimits.DEFAULT);
        Delta contents = Delta.builder().insert("x\n").build();

        assertThat(ServerMessageWriter.write(new ServerMessage.Welcome(opening, Optional.of(new Contents(contents)))))
                .isEqualTo("{\"type\":\"welcome\",\"protocol\":1,\"head\":3,\"epoch\":1,\"role\":\"editor\","
                        + "\"acknowledged\":2,\"self\":{\"clientId\":\"" + CLIENT + "\",\"userId\":\"" + USER
                        + "\",\"displayName\":\"Ana \\\"A\\\"\",\"color\":\"#123456\"},\"participants\":[],"
                        + "\"limits\":{\"messageBytes\":262144,\"opsPerDelta\":5000,\"nesting\":6,"
                        + "\"documentLength\":2000000,\"messagesPerSecond\":40},"
                        + "\"revision\":3,\"contents\":[{\"insert\":\"x\\n\"}]}");
    }

    @Test
    void E6_rejected_says_whether_trying_again_may_help() {
        assertThat(ServerMessageWriter.write(new ServerMessage.Rejected(4, ErrorCode.FORBIDDEN, "no")))
                .isEqualTo("{\"type\":\"rejected\",\"seq\":4,\"code\":\"forbidden\",\"message\":\"no\","
                        + "\"retryable\":false}");
    }

    @Test
    void P2_presence() {
        var cursor = new ServerMessage.Cursor(CLIENT, 7, Optional.of(new CursorRange(1, 2)));
        var idle = new ServerMessage.Status(CLIENT, Activity.IDLE);
        var nowhere = new ServerMessage.Cursor(CLIENT, 7, Optional.empty());

        assertThat(ServerMessageWriter.write(new ServerMessage.Presence(
                        List.of(), List.of(CLIENT), List.of(cursor, nowhere), List.of(idle))))
                .isEqualTo("{\"type\":\"presence\",\"joined\":[],\"left\":[\"" + CLIENT + "\"],\"cursors\":["
                        + "{\"clientId\":\"" + CLIENT + "\",\"revision\":7,\"range\":{\"index\":1,\"length\":2}},"
                        + "{\"clientId\":\"" + CLIENT
                        + "\",\"revision\":7,\"range\":null}],\"status\":[{\"clientId\":\"" + CLIENT
                        + "\",\"status\":\"idle\"}]}");
    }

    @Test
    void L5_error() {
        assertThat(ServerMessageWriter.write(new ServerMessage.Failure(ErrorCode.TOO_LARGE, "a\nb")))
                .isEqualTo("{\"type\":\"error\",\"code\":\"too-large\",\"message\":\"a\\nb\"}");
    }
}
