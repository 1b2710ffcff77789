package org.collab.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collab.error.ErrorCode;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final List<SendHandler> onTheWay = new ArrayList<>();
    private final List<CloseReason> closings = new ArrayList<>();
    private final List<Duration> latencies = new ArrayList<>();
    private int overflows;
    private boolean gone;
    private Instant now = Instant.EPOCH;

    private final Outbox outbox = new Outbox(
            (message, handler) -> {
                if (gone) {
                    throw new IllegalStateException("the socket is not connected");
                }
                sent.add(message);
                onTheWay.add(handler);
            },
            closings::add,
            latencies::add,
            () -> overflows++,
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void one_message_at_a_time_in_order() {
        outbox.send("a", false);
        outbox.send("b", false);
        assertThat(sent).containsExactly("a");

        arrive();
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void a_connection_that_refuses_to_send_harms_nobody_and_is_given_up() {
        gone = true;
        outbox.send("a", false);
        outbox.send("b", false);

        assertThat(sent).isEmpty();
        assertThat(closings).hasSize(1);
    }

    @Test
    void a_message_is_measured_from_being_ready_to_having_gone_out() {
        outbox.send("a", false);
        outbox.send("b", false);
        now = now.plusMillis(5);
        arrive();
        now = now.plusMillis(7);
        arrive();

        assertThat(latencies).containsExactly(Duration.ofMillis(5), Duration.ofMillis(12));
    }

    @Test
    void L6_presence_is_dropped_before_the_connection() {
        outbox.send("on the way", false);
        outbox.send("x".repeat(Outbox.MOST_BYTES * 3 / 4), false);
        outbox.send("presence", true);
        assertThat(overflows).isZero();

        outbox.send("x".repeat(Outbox.MOST_BYTES / 2), false);
        assertThat(overflows).isEqualTo(1);
        arrive();
        arrive();
        assertThat(sent).doesNotContain("presence");
    }

    @Test
    void one_message_over_the_limit_is_sent_where_nothing_else_waits() {
        outbox.send("x".repeat(Outbox.MOST_BYTES * 2), false);

        assertThat(sent).hasSize(1);
        assertThat(overflows).isZero();
    }

    @Test
    void L3_drain_comes_after_what_waits() {
        outbox.send("a", false);
        outbox.send("acknowledgement", false);
        outbox.finish("drain", CloseCodes.reason(ErrorCode.RESTARTING));
        arrive();
        arrive();
        assertThat(sent).containsExactly("a", "acknowledgement", "drain");
        assertThat(closings).isEmpty();

        arrive();
        assertThat(closings)
                .extracting(reason -> reason.getCloseCode().getCode())
                .containsExactly(1012);
    }

    @Test
    void L5_close_is_preceded_by_the_last_message() {
        outbox.send("a", false);
        outbox.send("dropped", false);
        outbox.close("last", CloseCodes.reason(ErrorCode.PROTOCOL_ERROR));
        outbox.send("too late", false);
        assertThat(closings).isEmpty();

        arrive();
        arrive();
        assertThat(sent).containsExactly("a", "last");
        assertThat(closings).hasSize(1);
        assertThat(closings.get(0).getCloseCode().getCode()).isEqualTo(4009);
    }

    @Test
    void L6_message_that_is_not_read_for_10_s_is_noticed() {
        outbox.send("a", false);
        assertThat(outbox.isStuck()).isFalse();

        now = now.plus(Outbox.LONGEST_SEND).plusMillis(1);
        assertThat(outbox.isStuck()).isTrue();
    }

    @Test
    void failed_send_gives_the_connection_up() {
        outbox.send("a", false);
        outbox.send("b", false);
        onTheWay.remove(0).onResult(new SendResult(new IllegalStateException("broken pipe")));

        assertThat(closings).hasSize(1);
        assertThat(sent).containsExactly("a");
    }

    @Test
    void transport_that_finishes_at_once_does_not_grow_the_stack() {
        List<String> received = new ArrayList<>();
        Outbox immediate = new Outbox(
                (message, handler) -> {
                    received.add(message);
                    handler.onResult(new SendResult());
                },
                closings::add,
                took -> {},
                () -> overflows++,
                Clock.systemUTC());
        for (int i = 0; i < 100_000; i++) {
            immediate.send("m", false);
        }

        assertThat(received).hasSize(100_000);
    }

    private void arrive() {
        onTheWay.remove(0).onResult(new SendResult());
    }
}
