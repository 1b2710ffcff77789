package org.collab.collaboration.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Hands messages to one reader, everything that waits as one batch, never two batches at a time. While a batch is being
 * worked on, the next gathers. Posting never blocks. Thread-safe.
 *
 * @param <M> what is posted
 */
final class Mailbox<M> {
    private final Scheduler scheduler;
    private final Consumer<List<M>> reader;
    private final Queue<M> waiting = new ArrayDeque<>();
    private boolean reading;
    private boolean closed;

    Mailbox(Scheduler scheduler, Consumer<List<M>> reader) {
        this.scheduler = scheduler;
        this.reader = reader;
    }

    /** False where the mailbox is closed: nobody will read the message. */
    boolean post(M message) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            waiting.add(message);
            if (reading) {
                return true;
            }
            reading = true;
        }
        scheduler.execute(this::read);
        return true;
    }

    /** How many messages nobody has taken yet. */
    synchronized int size() {
        return waiting.size();
    }

    /** Closes the mailbox if nothing waits and nothing is being read. */
    synchronized boolean closeIfIdle() {
        if (reading || !waiting.isEmpty()) {
            return false;
        }
        closed = true;
        return true;
    }

    /** One batch; who has more waits in line again, so that a few busy mailboxes do not keep all threads. */
    private void read() {
        reader.accept(take());
        if (hasMore()) {
            scheduler.execute(this::read);
        }
    }

    private synchronized List<M> take() {
        List<M> batch = new ArrayList<>(waiting);
        waiting.clear();
        return batch;
    }

    /** Reading ends where nothing waits. */
    private synchronized boolean hasMore() {
        reading = !waiting.isEmpty();
        return reading;
    }
}
