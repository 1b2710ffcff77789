package org.collab.web.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What one connection has still to be sent: one message at a time, in order, bounded (protocol L6). Never blocks: a
 * receiver that does not read costs at most {@link #MOST_BYTES}; presence is dropped first, then the connection is given
 * up. Thread-safe.
 */
final class Outbox {
    static final int MOST_BYTES = 1_000_000;
    static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    /** A message and when it was ready. */
    private record Waiting(String message, Instant since) {}

    private final BiConsumer<String, SendHandler> transport;
    private final Consumer<CloseReason> closing;
    private final Runnable overflow;
    private final Consumer<Duration> sent;
    private final Clock clock;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Runnable> whenEmpty = new ArrayList<>();
    private long waitingBytes;
    private boolean pumping;
    private Optional<Instant> sendingSince = Optional.empty();
    private Instant readySince = Instant.MIN;
    private Optional<CloseReason> closeWhenSent = Optional.empty();
    private boolean closed;

    /**
     * @param transport sends one message and reports when it is gone
     * @param closing closes the connection
     * @param sent told how long each message has waited and been on its way
     * @param overflow called once where the receiver is too slow; closes this outbox
     */
    Outbox(
            BiConsumer<String, SendHandler> transport,
            Consumer<CloseReason> closing,
            Consumer<Duration> sent,
            Runnable overflow,
            Clock clock) {
        this.transport = transport;
        this.closing = closing;
        this.sent = sent;
        this.overflow = overflow;
        this.clock = clock;
    }

    /** @param droppable whether the message may be left out where the receiver is slow */
    void send(String message, boolean droppable) {
        boolean tooMuch;
        synchronized (this) {
            if (closed || closeWhenSent.isPresent()) {
                return;
            }
            boolean full = !waiting.isEmpty() && waitingBytes + message.length() > MOST_BYTES;
            if (droppable && (full || waitingBytes > MOST_BYTES / 2)) {
                return;
            }
            tooMuch = full;
            if (!tooMuch) {
                add(message);
            }
        }
        if (tooMuch) {
            overflow.run();
        } else {
            pump();
        }
    }

    /** Sends a last message before anything that waits, if the connection still takes one, and closes. */
    void close(String lastMessage, CloseReason reason) {
        end(lastMessage, reason, true);
    }

    /** Sends what waits, then a last message, and closes. */
    void finish(String lastMessage, CloseReason reason) {
        end(lastMessage, reason, false);
    }

    private void end(String lastMessage, CloseReason reason, boolean atOnce) {
        synchronized (this) {
            if (closed || closeWhenSent.isPresent()) {
                return;
            }
            if (atOnce) {
                waiting.clear();
                waitingBytes = 0;
            }
            closeWhenSent = Optional.of(reason);
            add(lastMessage);
        }
        pump();
    }

    private void add(String message) {
        waiting.add(new Waiting(message, clock.instant()));
        waitingBytes += message.length();
    }

    /** Length of what waits, in UTF-16 code units. */
    synchronized long waitingBytes() {
        return waitingBytes;
    }

    /** The connection is gone: nothing is kept or sent any more. */
    synchronized void discard() {
        closed = true;
        waiting.clear();
        waitingBytes = 0;
    }

    /** Runs the task once, as soon as nothing waits and nothing is on its way; never where the connection ends before. */
    void whenEmpty(Runnable task) {
        synchronized (this) {
            if (closed) {
                return;
            }
            whenEmpty.add(task);
        }
        runWhenEmpty();
    }

    private void runWhenEmpty() {
        List<Runnable> due;
        synchronized (this) {
            if (whenEmpty.isEmpty() || closed || !isIdle()) {
                return;
            }
            due = List.copyOf(whenEmpty);
            whenEmpty.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Whether nothing waits and nothing is on its way. */
    synchronized boolean isIdle() {
        return waiting.isEmpty() && sendingSince.isEmpty();
    }

    /** Whether one message has been on its way for longer than {@link #LONGEST_SEND}. */
    synchronized boolean isStuck() {
        Instant limit = clock.instant().minus(LONGEST_SEND);
        return sendingSince.filter(since -> since.isBefore(limit)).isPresent();
    }

    /** Ends the connection without waiting for what is on its way. */
    void abandon(CloseReason reason) {
        discard();
        closing.accept(reason);
    }

    private void pump() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        for (Optional<String> next = next(); next.isPresent(); next = next()) {
            transmit(next.get());
        }
    }

    /** A connection that has just gone makes the container throw, which is not the sender's business. */
    private void transmit(String message) {
        try {
            transport.accept(message, this::gone);
        } catch (RuntimeException e) {
            abandon(new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, null));
        }
    }

    /** The next message to send now; pumping ends where there is none. */
    private Optional<String> next() {
        Optional<CloseReason> close = Optional.empty();
        synchronized (this) {
            if (sendingSince.isEmpty() && !closed) {
                Waiting next = waiting.poll();
                if (next != null) {
                    waitingBytes -= next.message().length();
                    readySince = next.since();
                    sendingSince = Optional.of(clock.instant());
                    return Optional.of(next.message());
                }
                close = closeWhenSent;
                closed = close.isPresent();
            }
            pumping = false;
        }
        close.ifPresent(closing);
        return Optional.empty();
    }

    private void gone(SendResult result) {
        Duration took;
        synchronized (this) {
            took = Duration.between(readySince, clock.instant());
            sendingSince = Optional.empty();
        }
        if (result.isOK()) {
            sent.accept(took);
            pump();
            runWhenEmpty();
        } else {
            abandon(new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, null));
        }
    }
}
