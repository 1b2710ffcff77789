package org.collab.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collab.collaboration.control.Scheduler;
import org.collab.error.CollabException;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final List<String> received = new ArrayList<>();
    private final List<Runnable> delayed = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final Scheduler scheduler = new Scheduler() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void executeAfter(Duration delay, Runnable task) {
            delays.add(delay);
            delayed.add(task);
        }
    };

    @Test
    void fragments_become_one_message() {
        Inbox inbox = inbox(10);
        inbox.receive("a", false);
        inbox.receive("b", false);
        inbox.receive("c", true);
        inbox.receive("d", true);

        assertThat(received).containsExactly("abc", "d");
    }

    @Test
    void L7_fragments_are_added_up_in_bytes() {
        Inbox inbox = inbox(10);
        inbox.receive("ääää", false);

        assertThatThrownBy(() -> inbox.receive("ä€", true)).isInstanceOf(CollabException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void L7_message_of_exactly_the_limit_is_read() {
        inbox(10).receive("0123456789", true);

        assertThat(received).containsExactly("0123456789");
    }

    @Test
    void L7_messages_above_the_rate_wait_and_keep_their_order() {
        Inbox inbox = inbox(10);
        for (int i = 0; i < 5; i++) {
            inbox.receive("m" + i, true);
        }
        assertThat(received).containsExactly("m0", "m1");
        assertThat(delays).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(75));

        delayed.forEach(Runnable::run);
        assertThat(received).containsExactly("m0", "m1", "m2", "m3", "m4");
    }

    @Test
    void L7_flood_ends_the_connection_and_stays_bounded() {
        Inbox inbox = inbox(10);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        inbox.receive("m", true);
                    }
                })
                .isInstanceOf(CollabException.class)
                .hasMessageContaining("faster than they are read");
        assertThat(delayed).hasSizeLessThan(250);
    }

    @Test
    void L7_flood_of_long_messages_is_bounded_by_their_length() {
        Inbox inbox = inbox(300_000);
        String message = "x".repeat(260_000);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        inbox.receive(message, true);
                    }
                })
                .isInstanceOf(CollabException.class)
                .hasMessageContaining("faster than they are read");
        assertThat(delayed).hasSize(3);
    }

    /** 40 messages a second, two of them at once. */
    private Inbox inbox(int messageBytes) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Inbox(messageBytes, new Throttle(clock, 40, 2), scheduler, received::add);
    }
}
