package org.collab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * PostgreSQL on a free loopback port, with its data in the data directory.
 *
 * <p>{@code pg_ctl} makes the server the leader of a session of its own. That matters: Ctrl-C goes to the whole process
 * group of a terminal, and PostgreSQL takes it as "shut down now", before the application could write what it holds.
 * The price is that a killed launcher leaves PostgreSQL running; {@link #start} stops such a server first.
 *
 * <p>Every durability setting is on the command line, where no configuration file and no {@code ALTER SYSTEM} overrides
 * it, and {@link DatabaseSetup} asks the running server for it again.
 */
final class Database implements DatabaseWatch.Watched {

    private static final int START_ATTEMPTS = 3;

    /** In the file in which PostgreSQL notes how it was started. */
    private static final Pattern PORT_OPTION = Pattern.compile("\"port=(\\d{1,5})\"");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresTool tool;
    private final Path cluster;
    private final Path log;
    private int port;
    private volatile Optional<Postmaster> server = Optional.empty();

    private Database(PostgresTool tool, Path cluster, Path log) {
        this.tool = tool;
        this.cluster = cluster;
        this.log = log;
    }

    /** Starts PostgreSQL; makes its cluster at the first start. */
    static Database start(DataDirectory data, Secrets secrets) throws IOException, InterruptedException, SQLException {
        PrivateFiles.createFolder(data.cache());
        var tool = PostgresTool.of(PostgresBinaries.unpackInto(data.cache()));
        var database = new Database(tool, data.postgres(), data.postgresLog());
        database.stopLeftover();
        database.createIfMissing(secrets);
        database.startOnFreePort();
        try {
            new DatabaseSetup(database.port, secrets).run();
        } catch (SQLException | IOException | RuntimeException e) {
            database.stop();
            throw e;
        }
        return database;
    }

    /** The port on the loopback interface. */
    int port() {
        return port;
    }

    @Override
    public boolean isRunning() {
        return server.map(Postmaster::isRunning).orElse(false);
    }

    /**
     * Starts it again on its port after it has ended by itself or was killed. Its processes may need a moment to notice
     * that their main one is gone; until then PostgreSQL refuses to start.
     */
    @Override
    public boolean restart() throws IOException, InterruptedException {
        stopLeftover();
        return startOnPort();
    }

    /** Rolls back what runs, writes a checkpoint, and returns when the server has ended. */
    void stop() throws IOException, InterruptedException {
        var server = Postmaster.of(cluster);
        if (server.isEmpty()) {
            return;
        }
        var result = control("stop", "-m", "fast");
        // pg_ctl itself may have been interrupted by a second Ctrl-C; the server still has its order.
        if (!server.get().ended(PATIENCE)) {
            throw new IOException("PostgreSQL did not stop: " + result.output());
        }
    }

    /** Stops the server of a launcher that was killed, and forgets the one of a machine that was switched off. */
    private void stopLeftover() throws IOException, InterruptedException {
        stop();
        Files.deleteIfExists(cluster.resolve(Postmaster.PID_FILE));
    }

    /** Made beside its place, so that a start that was cut short leaves nothing that looks like a cluster. */
    private void createIfMissing(Secrets secrets) throws IOException, InterruptedException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        var partial = cluster.resolveSibling(cluster.getFileName() + ".partial");
        PrivateFiles.deleteFolder(partial);
        var result = tool.run(
                "initdb",
                "--pgdata=" + partial,
                "--username=" + DatabaseSetup.SUPERUSER,
                "--pwfile=" + secrets.databaseOwnerPasswordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (!result.succeeded()) {
            throw new StartupFailure(
                    "PostgreSQL could not create its files in " + cluster + ": " + lastLine(result.output()) + ".");
        }
        Files.move(partial, cluster);
    }

    /** Another program may take the port between the look and the start. */
    private void startOnFreePort() throws IOException, InterruptedException {
        for (var attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            var last = attempt == 1 ? lastPort() : OptionalInt.empty();
            port = last.isPresent() ? last.getAsInt() : PortCheck.anyFree();
            if (startOnPort()) {
                return;
            }
        }
        throw new StartupFailure("PostgreSQL did not start: " + lastLine(Files.readString(log)) + "; see " + log + ".");
    }

    /** The port of the last time, where it is free: nodes that share this database know it by its port. */
    private OptionalInt lastPort() throws IOException {
        var options = cluster.resolve("postmaster.opts");
        if (Files.notExists(options)) {
            return OptionalInt.empty();
        }
        return PORT_OPTION
                .matcher(Files.readString(options))
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .filter(PortCheck::isFree)
                .findFirst();
    }

    private boolean startOnPort() throws IOException, InterruptedException {
        var started =
                control("start", "-l", log.toString(), "-o", options(port)).succeeded();
        server = Postmaster.of(cluster);
        return started;
    }

    private static String options(int port) {
        return String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c log_line_prefix=%m_[%p]_");
    }

    private PostgresTool.Result control(String verb, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(verb, "-D", cluster.toString(), "-w", "-t", "" + PATIENCE.toSeconds()));
        arguments.addAll(List.of(options));
        return tool.run("pg_ctl", arguments.toArray(String[]::new));
    }

    private static String lastLine(String text) {
        var lines = text.strip().lines().toList();
        return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1).strip();
    }
}
