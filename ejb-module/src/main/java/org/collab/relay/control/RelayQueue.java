package org.collab.relay.control;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * What waits to be sent, bounded: a message that finds no place is dropped, and the other nodes find what it says by
 * polling. Never blocks; thread-safe.
 */
public final class RelayQueue {
    private static final int MOST = 10_000;
    private static final long MOST_UNITS = 16_000_000;

    private final Queue<RelayMessage> waiting = new ArrayDeque<>();
    private long units;

    /** False where it was dropped. */
    public synchronized boolean offer(RelayMessage message) {
        if (waiting.size() >= MOST || units + unitsOf(message) > MOST_UNITS) {
            return false;
        }
        units += unitsOf(message);
        return waiting.add(message);
    }

    public synchronized Optional<RelayMessage> poll() {
        Optional<RelayMessage> next = Optional.ofNullable(waiting.poll());
        if (next.isPresent()) {
            units -= unitsOf(next.get());
        }
        return next;
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** @return how many have waited in vain */
    public synchronized int clear() {
        int dropped = waiting.size();
        waiting.clear();
        units = 0;
        return dropped;
    }

    private static long unitsOf(RelayMessage message) {
        return message instanceof RelayMessage.Committed committed
                ? committed.changes().stream()
                        .mapToLong(change -> change.deltaJson().length())
                        .sum()
                : 0;
    }
}
