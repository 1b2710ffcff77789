package org.collab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The running PostgreSQL server that a cluster's pid file names. */
record Postmaster(ProcessHandle process) {

    private static final long PAUSE_MILLIS = 20;

    /** Name of the file in a cluster that tells its server's process. */
    static final String PID_FILE = "postmaster.pid";

    /**
     * Finds the server.
     *
     * <p>After a power cut or in a new container the file may name a process that is something else by now, or the server
     * of another cluster; PostgreSQL would refuse to start because of the one, and stopping the other would be worse.
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        var pidFile = cluster.resolve(PID_FILE);
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(Postmaster::isPostgres)
                    .filter(process -> worksIn(cluster, process))
                    .map(Postmaster::new);
        }
    }

    /** Whether it lives; one that has ended and that nobody has buried does not. */
    boolean isRunning() {
        return process.isAlive() && isPostgres(process);
    }

    /** Waits for the server's end; Java's own {@code onExit} looks only every few seconds at a process of others. */
    boolean ended(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (isRunning()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /** PostgreSQL's working directory is its cluster; where the system does not tell it, the file is believed. */
    private static boolean worksIn(Path cluster, ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), cluster);
        } catch (IOException e) {
            return true;
        }
    }
}
