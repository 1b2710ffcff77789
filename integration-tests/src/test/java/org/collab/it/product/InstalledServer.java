package org.collab.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/**
 * A server as an administrator downloads it, in a folder of its own, on which the project's scripts work as its README
 * tells. Its database is one more in the launcher's PostgreSQL, and the scripts get every value from the environment.
 */
public abstract class InstalledServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Host host;
    private final Path directory;
    private final int port;
    private String contextRoot = "/";
    private Optional<Process> process = Optional.empty();

    /** Where servers live that share a database. */
    record Host(Product launcher, Path directory, ProductDatabase database) {
        /** Starts PostgreSQL and makes an empty database. */
        static Host in(Path directory) {
            Product launcher = Product.start(directory);
            try (Connection connection = launcher.sql().connectAsOwner();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE collab_installed OWNER collab");
            } catch (SQLException e) {
                launcher.close();
                throw new AssertionError("no database for the server", e);
            }
            return new Host(launcher, directory, new ProductDatabase(directory, "collab_installed"));
        }
    }

    InstalledServer(Host host, String name, int port) {
        this.host = host;
        this.directory = host.directory().resolveSibling(host.directory().getFileName() + "-" + name);
        this.port = port;
    }

    /** Of the kind that {@code collab.server} names, beside a PostgreSQL of its own. */
    public static InstalledServer fresh(Path directory) {
        return of(Host.in(directory), "server");
    }

    /** Another one of this kind, on the same database and with the same keys. */
    public InstalledServer another(String name) {
        return of(host, name);
    }

    private static InstalledServer of(Host host, String name) {
        String server = System.getProperty("collab.server", "");
        try {
            return switch (server) {
                case "payara" -> new Payara(host, name);
                case "wildfly" -> new WildFly(host, name);
                default -> throw new IllegalArgumentException("no server \"" + server + "\" can be installed here");
            };
        } catch (IOException | RuntimeException e) {
            host.launcher().close();
            throw new AssertionError("the server could not be set up", e);
        }
    }

    /**
     * Installs the application with these settings and returns when it serves; it may be installed already.
     *
     * @param settings more variables for the scripts
     */
    public final void serve(Map<String, String> settings) {
        contextRoot = settings.getOrDefault("COLLAB_CONTEXT_ROOT", "/");
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("COLLAB_KEYS", host.directory().resolveSibling("keys").toString());
        try {
            installAndStart(environment);
        } catch (IOException e) {
            throw new AssertionError("the server could not be set up", e);
        }
        awaitReady();
    }

    abstract void installAndStart(Map<String, String> environment) throws IOException;

    /** Starts the server, whatever is installed on it. */
    abstract void startAlone() throws IOException;

    /** Starts the server again after its end; returns when the application serves. */
    public final void startAgain() throws IOException {
        startAlone();
        awaitReady();
    }

    /** How this server and another one hear of each other. */
    abstract Cluster clusterWith(InstalledServer other) throws IOException;

    /**
     * Deploys another application and undeploys it. The first one makes some servers write defaults of theirs into their
     * configuration.
     */
    public abstract void runOnce(Path war) throws IOException;

    /** Uninstalls the application; the server runs on without it. */
    public abstract void remove() throws IOException;

    /** Takes the application away as administrators do, and leaves it installed. */
    public abstract void undeploy() throws IOException;

    /**
     * Starts a server anew that keeps something of the first application that it serves, and lets that be another one;
     * returns when ours serves. Other servers stay as they are.
     *
     * @param war of the other application, which is called {@code neighbour}
     * @param visit what to ask it
     */
    public abstract void serveOtherFirst(Path war, Runnable visit) throws IOException;

    /** Brings it back; returns when it is ready. */
    public final void deploy() throws IOException {
        deployAgain();
        awaitReady();
    }

    abstract void deployAgain() throws IOException;

    /** The lines of the server's configuration, and the names of the files that are meant to stay. */
    public abstract Set<String> configuration() throws IOException;

    /** The folders that hold the application while it is deployed. */
    public abstract List<Path> applicationFolders() throws IOException;

    /** A page of the server's that tells its MicroProfile Health. */
    public abstract URI health();

    /** The server's folder. */
    public abstract Path home();

    /** Where its administrator's tools reach it. */
    public abstract int managementPort();

    /** The server's JVM. */
    public final ProcessHandle jvm() {
        Process started = process.orElseThrow();
        return started.descendants()
                .filter(handle -> handle.children().findAny().isEmpty())
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no JVM below process " + started.pid()));
    }

    /** Where the application is. */
    public final URI uri() {
        return URI.create("http://127.0.0.1:" + port + (contextRoot.endsWith("/") ? contextRoot : contextRoot + "/"));
    }

    public final ProductDatabase sql() {
        return host.database();
    }

    /** The main process of the database, which the servers share. */
    public final ProcessHandle databaseProcess() {
        return host.launcher().database();
    }

    /** Stops the server as its service manager does. */
    public final void stop() {
        end(ProcessHandle::destroy);
    }

    /** As {@code kill -9} does. */
    public final void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** The script or command that has started the JVM ends when the JVM does. */
    private void end(Consumer<ProcessHandle> how) {
        process.filter(Process::isAlive).ifPresent(started -> {
            how.accept(jvm());
            started.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        });
        process = Optional.empty();
    }

    /** Stops the server only; whoever has made it closes the database. */
    public final void closeServer() {
        stop();
        clear();
    }

    @Override
    public final void close() {
        try {
            closeServer();
        } finally {
            host.launcher().close();
        }
    }

    /** Removes what the server has on disk. */
    abstract void clear();

    /** The application as other tests see it; closing it closes everything. */
    final Product product() {
        return Product.installed(process.orElseThrow(), output("server"), port, host.launcher(), sql(), this);
    }

    final Path directory() {
        return directory;
    }

    final int port() {
        return port;
    }

    final boolean runs() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Runs a command to its end, which has to be a good one. */
    final void run(List<String> command, Map<String, String> environment) throws IOException {
        Path output = output(Path.of(command.get(0)).getFileName().toString());
        Process running = builder(command, environment, output).start();
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
                throw new AssertionError(command + " failed:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " ran", e);
        }
    }

    /** What a command prints. */
    final String outputOf(List<String> command) throws IOException {
        Process running = builder(command, Map.of(), output("errors"))
                .redirectErrorStream(false)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.appendTo(output("errors").toFile()))
                .start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether the command, which may be tried again and again, ends well. */
    final boolean succeeds(List<String> command) throws IOException {
        try {
            return builder(command, Map.of(), output("tries")).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " ran", e);
        }
    }

    /** Starts the server's process. */
    final void start(List<String> command, Map<String, String> environment) throws IOException {
        process = Optional.of(builder(command, environment, output("server")).start());
    }

    /** Waits until the application says that it is ready. */
    public final void awaitReady() {
        await("api/health/ready", 200);
    }

    /** Waits until the server answers this path below the application's with this status. */
    public final void await(String path, int status) {
        HttpRequest question = HttpRequest.newBuilder(uri().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await(uri().resolve(path) + " answers " + status)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the server ended:\n" + log(), () -> !runs())
                .until(() -> HTTP.send(question, BodyHandlers.discarding()).statusCode() == status);
    }

    /** What the server writes down. */
    public abstract Path logFile();

    /** What the server has printed. */
    public final String log() {
        try {
            return Files.exists(output("server")) ? Files.readString(output("server")) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** A copy of a folder. */
    static void copy(Path from, Path to) {
        walk(from).forEach(file -> {
            Path copy = to.resolve(from.relativize(file).toString());
            try {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void delete(Path folder) {
        List<Path> all = walk(folder);
        for (int i = all.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(all.get(i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A folder and everything below it, folders before what is in them. */
    static List<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
