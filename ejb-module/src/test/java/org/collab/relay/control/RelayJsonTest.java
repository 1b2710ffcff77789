package org.collab.relay.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.Seated;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayJsonTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Person ANA = new Person(ID, ID, "Ana \"<>\u2028", "#123456");
    private static final String NODE = "\"node\":\"" + ID + "\",\"at\":\"" + AT + "\"";

    static Stream<RelayMessage> messages() {
        return Stream.of(
                new RelayMessage.Alive(ID, AT),
                new RelayMessage.Committed(ID, AT, ID, 3, 7, 8, List.of(change(7, "a"), change(8, "\ud83d\ude00"))),
                new RelayMessage.Committed(ID, AT, ID, 3, 7, 800, List.of()),
                new RelayMessage.Present(ID, AT, ID, List.of()),
                new RelayMessage.Present(
                        ID,
                        AT,
                        ID,
                        List.of(
                                new Seated(ANA, Activity.IDLE, 9, Optional.of(new CursorRange(1, 2))),
                                new Seated(ANA, Activity.ACTIVE, 0, Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_is_written_is_read(RelayMessage message) throws Exception {
        assertThat(RelayJson.read(RelayJson.write(message))).contains(message);
    }

    @Test
    void unknown_fields_are_ignored() throws Exception {
        String text = "{\"v\":1,\"type\":\"alive\",\"more\":[{}]," + NODE + "}";

        assertThat(RelayJson.read(text)).contains(new RelayMessage.Alive(ID, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":2}", "{\"v\":1,\"type\":\"telepathy\",%s}"})
    void unknown_versions_and_types_are_passed_over(String text) throws Exception {
        assertThat(RelayJson.read(text.formatted(NODE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"v\":\"1\"}",
                "{\"v\":1,\"type\":\"alive\"}",
                "{\"v\":1,\"type\":\"committed\",%s}",
                "{\"v\":1,\"type\":\"committed\",%s,\"document\":\"x\",\"epoch\":1,\"first\":1,\"last\":1,\"changes\":[]}",
                "{\"v\":1,\"type\":\"committed\",%s,\"document\":\"ID\",\"epoch\":1,\"first\":2,\"last\":1,\"changes\":[]}",
                "{\"v\":1,\"type\":\"committed\",%s,\"document\":\"ID\",\"epoch\":1,\"first\":1,\"last\":1,\"changes\":[1]}",
                "{\"v\":1,\"type\":\"committed\",%s,\"document\":\"ID\",\"epoch\":1e99,\"first\":1,\"last\":1,\"changes\":[]}",
                "{\"v\":1,\"type\":\"present\",%s,\"document\":\"ID\",\"seated\":{}}"
            })
    void what_is_malformed_is_refused(String text) {
        String whole = text.replace("%s", NODE).replace("ID", ID.toString());

        assertThatThrownBy(() -> RelayJson.read(whole)).isInstanceOf(RelayJson.MalformedException.class);
    }

    @Test
    void what_is_too_long_is_refused_unread() {
        String text = "{\"v\":1," + " ".repeat(RelayJson.LONGEST) + "\"type\":\"alive\"," + NODE + "}";

        assertThatThrownBy(() -> RelayJson.read(text)).isInstanceOf(RelayJson.MalformedException.class);
    }

    @Test
    void only_small_batches_fit() {
        assertThat(RelayJson.fit(List.of(change(1, "a")))).isTrue();
        assertThat(RelayJson.fit(List.of(change(1, "a".repeat(70_000))))).isFalse();
    }

    private static CommittedChange change(long revision, String text) {
        Delta delta = Delta.builder().insert(text).build();
        return new CommittedChange(
                revision, ID, revision, ID, revision - 1, AT, delta, DeltaJson.write(delta), ChangeHash.GENESIS);
    }
}
