package org.collab.collaboration.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.collab.collaboration.control.Scheduler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's own threads. Whatever a task throws is logged, because nobody waits for its result.
 *
 * <p>They are in pools of this application: such threads have the application's context from their start, where the server's
 * executors capture it for each task, which on Payara costs more than the task. Threads without work end soon, also where
 * the application has ended and its last words made them begin.
 */
@ApplicationScoped
public class ServerThreads implements Scheduler {
    private static final Logger LOG = System.getLogger(ServerThreads.class.getName());
    private static final int SECONDS_WITHOUT_WORK = 10;
    private static final int TIMER_THREADS = 2;
    private static final int REPEATING_THREADS = 4;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedExecutorService serversExecutor;

    @Inject
    @ConfigProperty(name = "collab.threads", defaultValue = "64")
    private int most;

    private ThreadPoolExecutor pool;
    private ScheduledThreadPoolExecutor timer;
    private ScheduledExecutorService repeating;

    @PostConstruct
    void start() {
        pool = new ThreadPoolExecutor(
                most, most, SECONDS_WITHOUT_WORK, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(TIMER_THREADS, threads);
        timer.setKeepAliveTime(SECONDS_WITHOUT_WORK, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        repeating = new ScheduledThreadPoolExecutor(REPEATING_THREADS, threads);
    }

    /** What has been posted is still worked off. */
    @PreDestroy
    void stop() {
        repeating.shutdown();
        timer.shutdownNow();
        pool.shutdown();
    }

    @Override
    public void execute(Runnable task) {
        try {
            pool.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            // The application ends, and says goodbye on the server's threads.
            serversExecutor.execute(() -> run(task));
        }
    }

    @Override
    public void executeAfter(Duration delay, Runnable task) {
        try {
            var unused = timer.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the application ends before this is due", e);
        }
    }

    /** Runs the task again and again, with the delay between two runs. */
    public Future<?> repeat(Duration delay, Runnable task) {
        return repeating.scheduleWithFixedDelay(
                () -> run(task), delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a background task failed", e);
        }
    }
}
