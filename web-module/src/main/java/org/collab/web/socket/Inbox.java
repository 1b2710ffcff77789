package org.collab.web.socket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.collab.collaboration.control.Scheduler;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/**
 * Puts a connection's fragments together and hands whole messages on, in order, no faster than allowed. Bounded: a
 * message by its bytes, what waits by its count and length. Thread-safe; messages are handed on one at a time.
 */
public final class Inbox {
    private static final int MOST_WAITING = 200;
    private static final long MOST_WAITING_CHARACTERS = 1_000_000;

    private final int messageBytes;
    private final Throttle throttle;
    private final Scheduler scheduler;
    private final Consumer<String> receiver;
    private final StringBuilder partial = new StringBuilder();
    private final Queue<String> waiting = new ArrayDeque<>();
    private long partialBytes;
    private long waitingCharacters;

    Inbox(int messageBytes, Throttle throttle, Scheduler scheduler, Consumer<String> receiver) {
        this.messageBytes = messageBytes;
        this.throttle = throttle;
        this.scheduler = scheduler;
        this.receiver = receiver;
    }

    /** @throws CollabException {@code too-large} or {@code too-many-requests}; the connection has to end then */
    void receive(String fragment, boolean last) {
        partialBytes += fragment.getBytes(StandardCharsets.UTF_8).length;
        if (partialBytes > messageBytes) {
            throw new CollabException(
                    ErrorCode.TOO_LARGE, "a message has at most " + messageBytes + " bytes, this one has more");
        }
        if (!last) {
            partial.append(fragment);
            return;
        }
        String message = partial.isEmpty() ? fragment : partial.append(fragment).toString();
        partial.setLength(0);
        partialBytes = 0;
        enqueue(message);
    }

    private void enqueue(String message) {
        Duration delay;
        synchronized (this) {
            delay = throttle.reserve();
            boolean tooLong = waitingCharacters + message.length() > MOST_WAITING_CHARACTERS;
            if (waiting.size() >= MOST_WAITING || (tooLong && !waiting.isEmpty())) {
                throw new CollabException(ErrorCode.TOO_MANY_REQUESTS, "messages come faster than they are read");
            }
            waiting.add(message);
            waitingCharacters += message.length();
            if (waiting.size() > 1 || !delay.isZero()) {
                scheduler.executeAfter(delay, this::handOn);
                return;
            }
        }
        handOn();
    }

    /** One message for each call, so that each waits for its own place in line. */
    private synchronized void handOn() {
        String message = waiting.poll();
        if (message != null) {
            waitingCharacters -= message.length();
            receiver.accept(message);
        }
    }
}
