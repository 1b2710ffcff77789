package org.collab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The order in which things start and stop.
 *
 * <p>What starts first stops last: the application writes its last words into a database that still runs. A signal
 * during the boot ends the process without waiting for the boot's end, since nothing has been served yet.
 *
 * <p>Threads: {@link #run} belongs to the main thread, signals arrive on threads of their own; {@code lifecycle} guards
 * the fields that both see.
 */
final class Launcher {

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);

    private final Settings settings;
    private final DataDirectory data;
    private final Console console;
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Object lifecycle = new Object();
    private @Nullable Database database;
    private @Nullable DatabaseWatch watch;
    private @Nullable Server server;

    Launcher(Settings settings, DataDirectory data, Console console) {
        this.settings = settings;
        this.data = data;
        this.console = console;
    }

    /** Starts everything and serves until the process ends. */
    void run() throws InterruptedException {
        StopSignals.handle(this::stopOnSignal);
        // For an end that nobody asked for, such as the server's own System.exit.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopDatabase, "stop-database"));
        try {
            start();
        } catch (Exception e) {
            // After a signal everything fails; the signal's thread ends the process.
            if (!signalled.get()) {
                fail(e);
            }
        }
        new CountDownLatch(1).await();
    }

    private void start() throws Exception {
        console.say("Starting Collab Platform with its data in " + data.root());
        var secrets = Secrets.in(data.secrets());
        keep(startServer(secrets, database(secrets)));
        Readiness.await(settings.localAddress(), READY_TIMEOUT);
        console.say("Collab Platform is ready: " + settings.shownAddress());
        if (Files.exists(secrets.administratorCode())) {
            console.say("Nobody administers it yet. Sign in, open "
                    + settings.shownAddress() + "/admin and enter the code "
                    + Files.readString(secrets.administratorCode()));
        }
        if (settings.demo()) {
            DemoContent.fill(settings.localAddress(), secrets.demoUsers()).forEach(console::say);
        }
    }

    /** Somebody else's database is used as it is, once it is clear that a commit means the disk there as well. */
    private DatabaseAddress database(Secrets secrets) throws Exception {
        if (settings.database().isPresent()) {
            var shared = settings.database().get();
            console.say("Using the database " + shared);
            DatabaseSetup.requireDurability(shared);
            return shared;
        }
        return DatabaseAddress.own(startDatabase(secrets).port(), secrets.databasePassword());
    }

    private Database startDatabase(Secrets secrets) throws Exception {
        synchronized (lifecycle) {
            var started = Database.start(data, secrets);
            database = started;
            watch = DatabaseWatch.over(started, console);
            return started;
        }
    }

    private Server startServer(Secrets secrets, DatabaseAddress running) throws Exception {
        var logged = Files.size(data.serverLog());
        try {
            return Server.start(settings, data, secrets, running);
        } catch (Exception e) {
            var cause = LoggedCause.last(data.serverLog(), logged);
            throw new StartupFailure(
                    sentence(e) + cause.map(found -> " Cause: " + found + ".").orElse(""), e);
        }
    }

    private void keep(Server started) {
        synchronized (lifecycle) {
            server = started;
        }
    }

    /** A second Ctrl-C changes nothing: the first one is at work. */
    private void stopOnSignal() {
        if (signalled.getAndSet(true)) {
            return;
        }
        console.say("Stopping");
        try {
            data.stopping();
        } catch (IOException e) {
            complain("Whoever starts next will not wait", e);
        }
        var served = stopServer();
        stopDatabase();
        console.say("Stopped");
        if (served) {
            System.exit(0);
        }
        // Payara Micro's shutdown hook would wait for the end of the boot.
        Runtime.getRuntime().halt(130);
    }

    private void fail(Exception problem) {
        problem.printStackTrace();
        stopServer();
        stopDatabase();
        console.complain(sentence(problem) + " The log is " + data.serverLog() + ".");
        System.exit(1);
    }

    /** The launcher's own sentence, however deep the server has wrapped it. */
    private static String sentence(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure failure) {
                return failure.sentence();
            }
        }
        return "Collab Platform did not start: " + problem + ".";
    }

    /** @return whether there was a server to stop */
    private boolean stopServer() {
        synchronized (lifecycle) {
            var running = server;
            server = null;
            if (running == null) {
                return false;
            }
            try {
                running.drain();
            } catch (Exception e) {
                complain("The editors could not be told", e);
            }
            try {
                running.stop();
            } catch (Exception e) {
                complain("The server did not stop cleanly", e);
            }
            return true;
        }
    }

    private void stopDatabase() {
        synchronized (lifecycle) {
            var running = database;
            database = null;
            if (watch != null) {
                watch.end();
            }
            if (running == null) {
                return;
            }
            try {
                running.stop();
            } catch (IOException e) {
                complain("PostgreSQL did not stop cleanly", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                complain("PostgreSQL may still run", e);
            }
        }
    }

    /** Stopping goes on whatever happens, so that one broken part does not leave the others running. */
    private void complain(String what, Exception problem) {
        problem.printStackTrace();
        console.complain(what + ": " + problem);
    }
}
