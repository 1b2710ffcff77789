package org.collab.launcher;

import java.io.IOException;
import java.time.Duration;

/**
 * Brings PostgreSQL back when it has ended though nobody stopped it: killed where memory was short, or given up because
 * its disk was full. Without it the product would stand there, unable to save anything, until somebody restarts it.
 *
 * <p>PostgreSQL is no child of this process, so there is nothing to wait for: it is looked at. Where it does not start,
 * the pauses grow, and it is tried for as long as the product runs.
 *
 * <p>Threads: one of its own. A restart holds this object's lock, so that {@link #end} waits for it and none begins
 * afterwards.
 */
final class DatabaseWatch {

    /** How often the database is looked at, and the first pause after a start that failed. */
    static final Duration LOOK = Duration.ofMillis(200);

    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** What is watched. */
    interface Watched {
        boolean isRunning();

        /** @return whether it runs again */
        boolean restart() throws IOException, InterruptedException;
    }

    private final Watched database;
    private final Console console;
    private boolean ended;
    private boolean down;

    DatabaseWatch(Watched database, Console console) {
        this.database = database;
        this.console = console;
    }

    /** Watches from now on, on a thread of its own. */
    static DatabaseWatch over(Watched database, Console console) {
        var watch = new DatabaseWatch(database, console);
        var thread = new Thread(watch::run, "database-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** The database may end now: it is not started again. Returns when no restart is under way. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Looks once, and starts the database where it has ended.
     *
     * @param pause what the last look has returned
     * @return how long to wait before the next look
     */
    synchronized Duration look(Duration pause) throws InterruptedException {
        if (ended) {
            return LOOK;
        }
        tell(!database.isRunning());
        if (!down || restarted()) {
            return LOOK;
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void tell(boolean isDown) {
        if (isDown && !down) {
            console.complain("PostgreSQL has ended; starting it again");
        } else if (down && !isDown) {
            console.say("PostgreSQL runs again");
        }
        down = isDown;
    }

    private boolean restarted() throws InterruptedException {
        try {
            return database.restart();
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            return false;
        }
    }

    private synchronized void run() {
        try {
            for (var pause = LOOK; !ended; ) {
                pause = look(pause);
                wait(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
