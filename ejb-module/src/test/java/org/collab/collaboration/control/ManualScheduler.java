package org.collab.collaboration.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Runs tasks when the test says so, delayed ones last. */
final class ManualScheduler implements Scheduler {
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Queue<Runnable> delayed = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public void executeAfter(Duration delay, Runnable task) {
        delayed.add(task);
    }

    /** Runs what is ready, without letting time pass. */
    void run() {
        while (!ready.isEmpty()) {
            ready.remove().run();
        }
    }

    /** Lets the time come for everything that was delayed until now. */
    void elapse() {
        ready.addAll(delayed);
        delayed.clear();
        run();
    }
}
