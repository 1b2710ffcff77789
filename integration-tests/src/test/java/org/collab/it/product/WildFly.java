package org.collab.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A WildFly that the project's own script has prepared, as its README tells an administrator. Its database is one more
 * in the launcher's PostgreSQL.
 */
final class WildFly {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String DATABASE = "collab_wildfly";
    private static final int HTTP = 8080;
    private static final String MEMORY = "-Xms64m -Xmx768m -XX:MaxMetaspaceSize=384m -Djava.net.preferIPv4Stack=true";

    private WildFly() {}

    /** Installs and starts it, and returns when it serves the application. */
    static Product start(Path directory) {
        Product launcher = Product.start(directory);
        ProductDatabase database = new ProductDatabase(directory, DATABASE);
        Path home = Path.of(System.getProperty("collab.wildfly"));
        try {
            create(launcher.sql());
            install(home, database, directory);
            int offset = Product.freePort() - HTTP;
            Path output = directory.resolveSibling(directory.getFileName() + "-wildfly.log");
            Process server = command(
                            List.of(
                                    home.resolve("bin/standalone.sh").toString(),
                                    "-c",
                                    "standalone-full-ha.xml",
                                    "-Djboss.http.port=" + (HTTP + offset),
                                    "-Djboss.management.http.port=" + Product.freePort(),
                                    "-Djboss.ajp.port=" + Product.freePort(),
                                    "-Djboss.https.port=" + Product.freePort(),
                                    "-Djboss.bind.address.private=127.0.0.1"),
                            Map.of(
                                    "COLLAB_DB_PASSWORD",
                                    database.password(),
                                    "JAVA_OPTS",
                                    MEMORY,
                                    "LAUNCH_JBOSS_IN_BACKGROUND",
                                    "true"),
                            output)
                    .start();
            Product product = Product.installed(server, output, HTTP + offset, launcher, database);
            awaitReady(product, server);
            return product;
        } catch (IOException e) {
            launcher.close();
            throw new UncheckedIOException(e);
        }
    }

    private static void create(ProductDatabase owner) {
        try (Connection connection = owner.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER collab");
        } catch (SQLException e) {
            throw new AssertionError("no database for WildFly", e);
        }
    }

    private static void install(Path home, ProductDatabase database, Path directory) throws IOException {
        Path output = directory.resolveSibling(directory.getFileName() + "-install.log");
        Process script = command(
                        List.of(Path.of(System.getProperty("collab.wildfly.distribution"), "install")
                                .toString()),
                        Map.of("WILDFLY_HOME", home.toString(), "COLLAB_DB_URL", database.url()),
                        output)
                .start();
        try {
            if (!script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || script.exitValue() != 0) {
                throw new AssertionError("the installation failed; see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while installing", e);
        }
    }

    private static ProcessBuilder command(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static void awaitReady(Product product, Process server) {
        HttpRequest question = HttpRequest.newBuilder(product.uri().resolve("api/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        Awaitility.await("the application says that it is ready")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("WildFly ended:\n" + product.output(), () -> !server.isAlive())
                .until(() -> http.send(question, BodyHandlers.discarding()).statusCode() == 200);
    }
}
