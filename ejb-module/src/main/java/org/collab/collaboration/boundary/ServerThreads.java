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

    /** Runs the task again and again, with the delay between two runs. */
    public Future<?> repeat(Duration delay, Runnable task) {
        return timer.scheduleWithFixedDelay(() -> run(task), delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a background task failed", e);
        }
    }
}
