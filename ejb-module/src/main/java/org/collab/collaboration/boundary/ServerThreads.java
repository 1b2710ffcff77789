package org.collab.collaboration.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.collab.collaboration.control.Scheduler;

/** The server's own threads. Whatever a task throws is logged, because nobody waits for its result. */
@ApplicationScoped
public class ServerThreads implements Scheduler {
    private static final Logger LOG = System.getLogger(ServerThreads.class.getName());
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    @Override
    public void executeAfter(Duration delay, Runnable task) {
        var unused = timer.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Runs the task again and again, with the delay between two runs. Servers keep a task that was cancelled, and with it
     * the undeployed application, until it would have run: so the timer looks every few seconds whether it is time.
     */
    public Future<?> repeat(Duration delay, Runnable task) {
        long look = Math.min(delay.toMillis(), LONGEST_REST.toMillis());
        return timer.scheduleWithFixedDelay(new Repeated(delay, task), look, look, TimeUnit.MILLISECONDS);
    }

    /** A task with the time at which it is due; by one thread at a time. */
    private static final class Repeated implements Runnable {
        private final Duration delay;
        private final Runnable task;
        private long restedAt = System.nanoTime();

        private Repeated(Duration delay, Runnable task) {
            this.delay = delay;
            this.task = task;
        }

        @Override
        public void run() {
            if (System.nanoTime() - restedAt >= delay.toNanos()) {
                ServerThreads.run(task);
                restedAt = System.nanoTime();
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a background task failed", e);
        }
    }
}
