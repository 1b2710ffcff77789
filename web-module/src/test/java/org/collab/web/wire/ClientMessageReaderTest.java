package org.collab.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageReaderTest {
    private static final String CLIENT = "11111111-1111-4111-8111-111111111111";

    @Test
    void O3_hello_with_null_revision_asks_for_the_contents() {
        assertThat(ClientMessageReader.read(hello("null")))
                .isEqualTo(new ClientMessage.Open(
                        new Hello(UUID.fromString(CLIENT), OptionalLong.empty(), OptionalLong.empty())));
    }

    @Test
    void O3_hello_with_a_revision_and_unknown_fields() {
        assertThat(ClientMessageReader.read(hello("7,\"epoch\":1,\"mood\":\"fine\"")))
                .isEqualTo(new ClientMessage.Open(
                        new Hello(UUID.fromString(CLIENT), OptionalLong.of(7), OptionalLong.of(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"" + CLIENT + "\",\"revision\":null}",
                "{\"type\":\"submit\",\"seq\":3,\"baseRevision\":2,\"delta\":[{\"insert\":\"x\"}]}",
                "{\"type\":\"hash\",\"revision\":2,\"hash\":\"abc\"}",
                "{\"type\":\"cursor\",\"revision\":2,\"range\":{\"index\":4,\"length\":1}}",
                "{\"type\":\"ping\",\"sentAt\":12}"
            })
    void every_message_of_a_newer_client_is_read_as_if_its_new_fields_were_not_there(String message) {
        String newer = message.replaceFirst("}$", ",\"future\":{\"deep\":[1,null]},\"mood\":\"fine\"}");
        assertThat(ClientMessageReader.read(newer)).isEqualTo(ClientMessageReader.read(message));
    }

    @Test
    void a_client_of_the_next_protocol_is_told_which_one_this_server_speaks() {
        assertThatThrownBy(() -> ClientMessageReader.read(
                        "{\"type\":\"hello\",\"protocol\":2,\"clientId\":\"" + CLIENT + "\",\"revision\":null}"))
                .isInstanceOfSatisfying(
                        CollabException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL_ERROR))
                .hasMessageContaining("protocol must be 1, was 2");
    }

    @Test
    void E1_submit() {
        assertThat(ClientMessageReader.read(
                        "{\"type\":\"submit\",\"seq\":3,\"baseRevision\":2,\"delta\":[{\"insert\":\"x\"}]}"))
                .isEqualTo(new ClientMessage.Submit(
                        3, 2, Delta.builder().insert("x").build()));
    }

    @Test
    void E6_submit_with_a_bad_delta_still_names_its_seq() {
        ClientMessage message = ClientMessageReader.read(
                "{\"type\":\"submit\",\"seq\":3,\"baseRevision\":2,\"delta\":[{\"retain\":0}]}");

        assertThat(message)
                .isInstanceOfSatisfying(
                        ClientMessage.BadSubmit.class,
                        bad -> assertThat(bad.seq()).isEqualTo(3));
    }

    @Test
    void P1_cursor_with_and_without_a_range() {
        assertThat(ClientMessageReader.read(
                        "{\"type\":\"cursor\",\"revision\":2,\"range\":{\"index\":4,\"length\":1}}"))
                .isEqualTo(new ClientMessage.MoveCursor(2, Optional.of(new CursorRange(4, 1)), Activity.ACTIVE));
        assertThat(ClientMessageReader.read("{\"type\":\"cursor\",\"revision\":2,\"range\":null}"))
                .isEqualTo(new ClientMessage.MoveCursor(2, Optional.empty(), Activity.ACTIVE));
    }

    @Test
    void P2_cursor_may_say_that_its_owner_is_idle_and_an_unknown_status_says_nothing() {
        assertThat(ClientMessageReader.read("{\"type\":\"cursor\",\"revision\":2,\"range\":null,\"status\":\"idle\"}"))
                .isEqualTo(new ClientMessage.MoveCursor(2, Optional.empty(), Activity.IDLE));
        assertThat(ClientMessageReader.read("{\"type\":\"cursor\",\"revision\":2,\"range\":null,\"status\":7}"))
                .isEqualTo(new ClientMessage.MoveCursor(2, Optional.empty(), Activity.ACTIVE));
    }

    @Test
    void L1_ping() {
        assertThat(ClientMessageReader.read("{\"type\":\"ping\",\"sentAt\":12}"))
                .isEqualTo(new ClientMessage.Ping(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"submit\",\"seq\":0,\"baseRevision\":2,\"delta\":[]}",
                "{\"type\":\"submit\",\"seq\":1.5,\"baseRevision\":2,\"delta\":[]}",
                "{\"type\":\"submit\",\"seq\":1,\"baseRevision\":-1,\"delta\":[]}",
                "{\"type\":\"submit\",\"seq\":99999999999999999999,\"baseRevision\":0,\"delta\":[]}",
                "{\"type\":\"submit\",\"seq\":1,\"baseRevision\":2,\"delta\":{}}",
                "{\"type\":\"hello\",\"protocol\":2,\"clientId\":\"" + CLIENT + "\"}",
                "{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"1-1-1-1-1\"}",
                "{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"ABCDEF00-1111-4111-8111-111111111111\"}",
                "{\"type\":\"cursor\",\"revision\":1,\"range\":{\"index\":2147483647,\"length\":1}}",
                "{\"type\":\"cursor\",\"revision\":1,\"range\":[]}",
                "{\"revision\":1}"
            })
    void message_of_the_wrong_shape_is_a_protocol_error(String text) {
        assertRefused(text, ErrorCode.PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | MALFORMED_JSON",
                "[] | MALFORMED_JSON",
                "5 | MALFORMED_JSON",
                "{} x | MALFORMED_JSON",
                "{}{} | MALFORMED_JSON",
                "'' | MALFORMED_JSON",
                "{\"type\":\"dance\"} | UNKNOWN_TYPE"
            })
    void text_that_is_no_message_is_refused_with_its_code(String text, ErrorCode code) {
        assertRefused(text, code);
    }

    @Test
    void deeply_nested_text_is_refused_without_overflowing_the_stack() {
        assertRefused("[".repeat(100_000), ErrorCode.MALFORMED_JSON);
        assertRefused("{\"type\":\"submit\",\"delta\":" + "[".repeat(100_000), ErrorCode.MALFORMED_JSON);
        assertRefused("{\"a\":".repeat(100_000), ErrorCode.MALFORMED_JSON);
    }

    private static void assertRefused(String text, ErrorCode code) {
        assertThatThrownBy(() -> ClientMessageReader.read(text))
                .isInstanceOfSatisfying(
                        CollabException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String hello(String revision) {
        return "{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"" + CLIENT + "\",\"revision\":" + revision + "}";
    }
}
