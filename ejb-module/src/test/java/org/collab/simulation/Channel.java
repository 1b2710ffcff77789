package org.collab.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Things under way that happen one after the other, like the messages of one direction of a connection. */
final class Channel {
    private final Agenda agenda;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;

    Channel(Agenda agenda) {
        this.agenda = agenda;
    }

    void add(Runnable task) {
        if (closed) {
            return;
        }
        waiting.add(task);
        if (waiting.size() == 1) {
            agenda.ready(this);
        }
    }

    int size() {
        return waiting.size();
    }

    /** Loses what comes after the first {@code kept} things; the channel's reader learns of the end as the last one. */
    void cutAfter(int kept, Runnable end) {
        while (waiting.size() > kept) {
            waiting.removeLast();
        }
        if (waiting.isEmpty()) {
            agenda.idle(this);
        }
        add(end);
        closed = true;
    }

    /** Loses everything, now and later. */
    void close() {
        waiting.clear();
        agenda.idle(this);
        closed = true;
    }

    void runNext() {
        Runnable task = waiting.remove();
        if (waiting.isEmpty()) {
            agenda.idle(this);
        }
        task.run();
    }
}
