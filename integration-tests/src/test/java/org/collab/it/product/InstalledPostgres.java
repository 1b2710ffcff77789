package org.collab.it.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** PostgreSQL as an administrator has it: of the programs that {@code pg_config} names, without any database at first. */
public final class InstalledPostgres implements AutoCloseable {
    private static final String PASSWORD = "a test's";

    private final Path programs;
    private final Path directory;
    private final int port = Product.freePort();
    private final Process server;

    /** Makes a cluster in this folder and starts it. */
    public InstalledPostgres(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.programs = Path.of(output(List.of("pg_config", "--bindir")).strip());
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        output(asSomebody(
                "initdb",
                "-D",
                data(),
                "-U",
                "collab",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password));
        this.server = builder(asSomebody(
                        "postgres",
                        "-D",
                        data(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="))
                .redirectOutput(directory.resolve("postgres.log").toFile())
                .start();
        Awaitility.await("PostgreSQL listens; see " + directory)
                .failFast("PostgreSQL ended; see " + directory, () -> !server.isAlive())
                .until(() -> builder(List.of(program("pg_isready"), "-h", "127.0.0.1", "-p", String.valueOf(port)))
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0);
    }

    /** What the launcher has to be told to use this database. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "DATABASE_HOST",
                "127.0.0.1",
                "DATABASE_PORT",
                String.valueOf(port),
                "DATABASE_NAME",
                database,
                "DATABASE_PASSWORD",
                PASSWORD);
    }

    /**
     * Runs one of PostgreSQL's programs for this server, as user collab.
     *
     * @return what it prints
     */
    public String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(program(program), "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "collab"));
        command.addAll(Arrays.asList(arguments));
        return output(command);
    }

    /** Stops it, open connections or not. */
    @Override
    public void close() throws IOException {
        output(asSomebody("pg_ctl", "-D", data(), "-m", "fast", "stop"));
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not. */
    private List<String> asSomebody(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program(program));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", PASSWORD);
        return builder;
    }

    private static String output(List<String> command) throws IOException {
        Process process = builder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " ran", e);
        }
        return output;
    }
}
