package org.collab.relay.control;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.collab.collaboration.control.Scheduler;
import org.collab.relay.control.Topic.TopicException;

/**
 * Listens to the topic in turns of a second on threads of the server's, from {@link #start} to {@link #stop}. While the
 * broker is away, it is tried again later and later. Thread-safe.
 */
public final class Receiver {
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Topic topic;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Backoff backoff;
    private final Consumer<String> received;
    private final Consumer<TopicException> failed;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean stopped;
    private volatile boolean stale;
    private Optional<Topic.Receiving> line = Optional.empty(); // guarded by turn

    public Receiver(
            Topic topic, Scheduler scheduler, Clock clock, Consumer<String> received, Consumer<TopicException> failed) {
        this.topic = topic;
        this.scheduler = scheduler;
        this.clock = clock;
        this.backoff = new Backoff(clock);
        this.received = received;
        this.failed = failed;
    }

    public void start() {
        scheduler.execute(this::listen);
    }

    /** The connection does not carry anything any more, though it has not said so. */
    public void reconnect() {
        stale = true;
    }

    /** Returns when the turn has ended, or does not end. */
    public void stop() {
        stopped = true;
        try {
            if (turn.tryLock(5, TimeUnit.SECONDS)) {
                try {
                    hangUp();
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        Duration pause = Duration.ZERO;
        turn.lock();
        try {
            if (!stopped) {
                pause = listenForATurn();
            }
        } finally {
            turn.unlock();
        }
        goOn(pause);
    }

    private void goOn(Duration pause) {
        if (stopped) {
            return;
        }
        try {
            if (pause.isZero()) {
                scheduler.execute(this::listen);
            } else {
                // Not on the timer's own thread, of which there may be only one: connecting can take seconds.
                scheduler.executeAfter(pause, () -> scheduler.execute(this::listen));
            }
        } catch (RejectedExecutionException e) {
            stopped = true; // so is the server
        }
    }

    /** @return how long to wait before the next turn */
    private Duration listenForATurn() {
        try {
            if (stale) {
                stale = false;
                hangUp();
            }
            Topic.Receiving open = line.isPresent() ? line.get() : topic.openForReceiving();
            line = Optional.of(open);
            for (var end = clock.instant().plus(TURN);
                    !stopped && !stale && clock.instant().isBefore(end); ) {
                open.receive(LOOK).ifPresent(received);
            }
            backoff.succeeded();
            return Duration.ZERO;
        } catch (TopicException e) {
            hangUp();
            failed.accept(e);
            backoff.failed();
            return backoff.rest();
        }
    }

    private void hangUp() {
        line.ifPresent(Topic.Receiving::close);
        line = Optional.empty();
    }
}
