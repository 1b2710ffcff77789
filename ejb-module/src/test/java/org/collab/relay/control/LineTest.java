package org.collab.relay.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.collab.collaboration.control.Scheduler;
import org.collab.relay.control.Topic.TopicException;
import org.junit.jupiter.api.Test;

/** Sender and receiver on a topic whose broker comes and goes. */
class LineTest {
    private final List<Runnable> tasks = new ArrayList<>();
    private final Queue<String> carried = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final List<TopicException> failures = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private boolean away;
    private int opened;
    private int sent;
    private int dropped;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final Scheduler scheduler = new Scheduler() {
        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void executeAfter(Duration delay, Runnable task) {
            tasks.add(() -> {
                now = now.plus(delay);
                task.run();
            });
        }
    };

    private final Topic topic = new Topic() {
        @Override
        public Sending openForSending() throws TopicException {
            open();
            return new Sending() {
                @Override
                public void send(String text) throws TopicException {
                    requireBroker();
                    carried.add(text);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Receiving openForReceiving() throws TopicException {
            open();
            return new Receiving() {
                @Override
                public Optional<String> receive(Duration atMost) throws TopicException {
                    requireBroker();
                    now = now.plus(atMost);
                    return Optional.ofNullable(carried.poll());
                }

                @Override
                public void close() {}
            };
        }

        private void open() throws TopicException {
            opened++;
            requireBroker();
        }

        private void requireBroker() throws TopicException {
            if (away) {
                throw new TopicException(new IllegalStateException("no broker"));
            }
        }
    };

    private final Sender sender = new Sender(topic, scheduler, clock, new Sender.Listener() {
        @Override
        public void sent() {
            sent++;
        }

        @Override
        public void dropped(int messages) {
            dropped += messages;
        }

        @Override
        public void failed(TopicException cause) {
            failures.add(cause);
        }
    });

    private final Receiver receiver = new Receiver(topic, scheduler, clock, received::add, failures::add);

    @Test
    void messages_are_sent_in_order_over_one_connection() {
        post(3);
        runTasks();

        assertThat(sent).isEqualTo(3);
        assertThat(opened).isEqualTo(1);
        assertThat(carried).hasSize(3);
    }

    @Test
    void while_the_broker_is_away_messages_are_dropped_without_trying() {
        away = true;
        post(3);
        runTasks();
        post(100);
        runTasks();

        assertThat(dropped).isEqualTo(103);
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void it_is_tried_again_later_and_works_when_the_broker_is_back() {
        away = true;
        post(1);
        runTasks();
        away = false;
        now = now.plusSeconds(10);
        post(1);
        runTasks();

        assertThat(sent).isEqualTo(1);
    }

    @Test
    void more_than_the_queue_holds_is_dropped() {
        post(10_001);

        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void the_receiver_comes_back_by_itself() {
        away = true;
        receiver.start();
        runTasks();
        waitAndRunTasks();
        away = false;
        carried.add("hello");
        waitAndRunTasks();

        assertThat(failures).hasSize(2);
        assertThat(received).containsExactly("hello");
    }

    @Test
    void a_deaf_connection_is_replaced() {
        receiver.start();
        runTasks();
        receiver.reconnect();
        runTasks();

        assertThat(opened).isEqualTo(2);
    }

    @Test
    void a_receiver_that_was_stopped_listens_no_more() {
        receiver.start();
        runTasks();
        receiver.stop();
        runTasks();

        assertThat(tasks).isEmpty();
    }

    private void post(int messages) {
        for (int i = 0; i < messages; i++) {
            boolean unused = sender.post(new RelayMessage.Alive(UUID.randomUUID(), now));
        }
    }

    /** Connecting may take long, which the timer's thread must not: it only hands the task on. */
    private void waitAndRunTasks() {
        runTasks();
        runTasks();
    }

    private void runTasks() {
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }
}
