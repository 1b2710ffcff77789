package org.collab.collaboration.control;

import java.time.Duration;

/** Runs tasks on the server's threads: at once, or later. */
public interface Scheduler {
    void execute(Runnable task);

    void executeAfter(Duration delay, Runnable task);
}
