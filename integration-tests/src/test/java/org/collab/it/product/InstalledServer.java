package org.collab.it.product;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * What tests on servers of an administrator's own have in common: their database is one more in the launcher's
 * PostgreSQL, and their scripts get every value from the environment.
 */
final class InstalledServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Product launcher;
    private final Path directory;
    private final ProductDatabase database;
    private Optional<Process> process = Optional.empty();

    private InstalledServer(Product launcher, Path directory, ProductDatabase database) {
        this.launcher = launcher;
        this.directory = directory;
        this.database = database;
    }

    /** Starts PostgreSQL and makes an empty database. */
    static InstalledServer in(Path directory, String databaseName) {
        Product launcher = Product.start(directory);
        try (Connection connection = launcher.sql().connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + databaseName + " OWNER collab");
        } catch (SQLException e) {
            launcher.close();
            throw new AssertionError("no database for the server", e);
        }
        return new InstalledServer(launcher, directory, new ProductDatabase(directory, databaseName));
    }

    ProductDatabase database() {
        return database;
    }

    /** Runs a command to its end, which has to be a good one. */
    void run(List<String> command, Map<String, String> environment) throws IOException {
        Path output = output(Path.of(command.get(0)).getFileName().toString());
        Process process = builder(command, environment, output).start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + " failed; see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " ran", e);
        }
    }

    /** Whether the command, which may be tried again and again, ends well. */
    boolean succeeds(List<String> command) throws IOException {
        try {
            return builder(command, Map.of(), output("tries")).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " ran", e);
        }
    }

    /** Starts the server's process. */
    Process start(List<String> command, Map<String, String> environment) throws IOException {
        Process started = builder(command, environment, output("server")).start();
        process = Optional.of(started);
        return started;
    }

    /** The application on that process, once it is ready. */
    Product awaitReady(Process server, int port) {
        Path output = output("server");
        List<ProcessHandle> children = server.descendants().toList();
        Product product = Product.installed(server, output, port, launcher, database, () -> endWithLauncher(children));
        HttpRequest question = HttpRequest.newBuilder(product.uri().resolve("api/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        Awaitility.await("the application says that it is ready")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the server ended:\n" + product.output(), () -> !server.isAlive())
                .until(() -> http.send(question, BodyHandlers.discarding()).statusCode() == 200);
        return product;
    }

    /** Ends whatever has been started, after something went wrong. */
    void close() {
        process.ifPresent(started -> {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        });
        launcher.close();
    }

    /** A server's process may be a script's child, which does not end with the script. */
    private void endWithLauncher(List<ProcessHandle> children) throws Exception {
        try {
            for (ProcessHandle child : children) {
                child.destroy();
                var unused = child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            launcher.close();
        }
    }

    private Path output(String name) {
        return directory.resolveSibling(directory.getFileName() + "-" + name + ".log");
    }

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
