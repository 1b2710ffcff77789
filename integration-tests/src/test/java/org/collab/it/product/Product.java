package org.collab.it.product;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launched product in a process of its own, on a free port, with its data in a directory. */
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What the optimizing compiler may have: it takes half of the time of a product that lives for a minute. */
    private static final Path COMPILERS =
            Path.of(System.getProperty("collab.server-config"), "payara-micro", "one-core-compilers.json");

    private final Process process;
    private final Path dataDirectory;
    private final Path output;
    private final int port;
    private final ProductDatabase sql;
    private final AutoCloseable rest;

    private Product(Process process, Path dataDirectory, Path output, int port) {
        this(process, dataDirectory, output, port, new ProductDatabase(dataDirectory), () -> {});
    }

    private Product(
            Process process, Path dataDirectory, Path output, int port, ProductDatabase sql, AutoCloseable rest) {
        this.process = process;
        this.dataDirectory = dataDirectory;
        this.output = output;
        this.port = port;
        this.sql = sql;
        this.rest = rest;
    }

    /**
     * The application on an installed server, beside a launcher whose PostgreSQL it uses.
     *
     * @param rest what has to be closed after the server's process has ended
     */
    static Product installed(
            Process server, Path output, int port, Product launcher, ProductDatabase sql, AutoCloseable rest) {
        return new Product(server, launcher.dataDirectory, output, port, sql, rest);
    }

    /** Starts it and waits until it says that it is ready. */
    public static Product start(Path dataDirectory) {
        return start(dataDirectory, Map.of());
    }

    /** As {@link #start(Path)}, with more environment variables. */
    public static Product start(Path dataDirectory, Map<String, String> environment) {
        return start(dataDirectory, freePort(), environment);
    }

    /** As {@link #start(Path, Map)}, on this port. */
    public static Product start(Path dataDirectory, int port, Map<String, String> environment) {
        Path output = dataDirectory.resolveSibling(dataDirectory.getFileName() + "-" + port + ".log");
        try {
            ProcessBuilder command = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx768m",
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:CompilerDirectivesFile=" + COMPILERS,
                            "-jar",
                            System.getProperty("collab.launcher")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            command.environment().put("PORT", Integer.toString(port));
            command.environment().put("DATA_DIR", dataDirectory.toString());
            command.environment().putAll(environment);
            Product product = new Product(command.start(), dataDirectory, output, port);
            product.awaitReadyOrEnd();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another node on the same database, which stays the other product's to start and to stop. */
    public static Product startBeside(Product first, Path dataDirectory) {
        return startBeside(first, dataDirectory, Map.of());
    }

    /** As {@link #startBeside(Product, Path)}, with the same keys, so that each node takes the other one's tokens. */
    public static Product startBeside(Product first, Path dataDirectory, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_HOST", "127.0.0.1");
        environment.put("DATABASE_PORT", first.sql.port());
        environment.put("DATABASE_PASSWORD", first.sql.password());
        copyKey(first, dataDirectory);
        return start(dataDirectory, environment);
    }

    /** Another node on the same database, which meets the first at its broker. */
    public static Product startBesideAtBroker(Product first, Path dataDirectory, int brokerPort) {
        return startBeside(
                first,
                dataDirectory,
                Map.of(
                        "BROKER_HOST", "127.0.0.1",
                        "BROKER_PORT", Integer.toString(brokerPort),
                        "BROKER_PASSWORD", first.secret("broker-password")));
    }

    private String secret(String name) {
        try {
            return Files.readString(dataDirectory.resolve("secrets").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyKey(Product first, Path dataDirectory) {
        try {
            Path secrets = Files.createDirectories(dataDirectory.resolve("secrets"));
            Files.copy(
                    first.accessTokenKey(), secrets.resolve("access-token-key.pem"), COPY_ATTRIBUTES, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as Ctrl-C and service managers do, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the product did not stop within 60 s:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the product was stopping", e);
        } finally {
            closeRest();
        }
    }

    private void closeRest() {
        try {
            rest.close();
        } catch (Exception e) {
            throw new AssertionError("what belongs to the product did not stop", e);
        }
    }

    /** The server's own process. */
    public ProcessHandle server() {
        return process.toHandle();
    }

    /** The database's main process, which the product has started and has to stop. */
    public ProcessHandle database() {
        try {
            Path pidFile = dataDirectory.resolve("postgres").resolve("postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("no process " + pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that signs access tokens, as a PEM file. */
    public Path accessTokenKey() {
        return dataDirectory.resolve("secrets").resolve("access-token-key.pem");
    }

    /** What is in the database. */
    public ProductDatabase sql() {
        return sql;
    }

    /** One that does not become ready is not left behind. */
    private void awaitReadyOrEnd() {
        boolean ready = false;
        try {
            awaitReady();
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private void awaitReady() {
        org.awaitility.Awaitility.await("the product says that it is ready")
                .atMost(PATIENCE)
                .failFast("the product ended:\n" + output(), () -> !process.isAlive())
                .until(() -> output().contains("is ready"));
    }

    /** A port that nothing listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
