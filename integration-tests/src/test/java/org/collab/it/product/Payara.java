package org.collab.it.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Payara Server that the project's own script has prepared, as its README tells an administrator. */
final class Payara {
    private static final String DOMAIN = "collab-test";

    private Payara() {}

    /** Makes a domain, starts it, installs the application, and returns when it is served. */
    static Product start(Path directory) {
        InstalledServer server = InstalledServer.in(directory, "collab_payara");
        Path home = Path.of(System.getProperty("collab.payara"));
        String asadmin = home.resolve("bin/asadmin").toString();
        int admin = Product.freePort();
        int port = Product.freePort();
        try {
            if (!Files.isDirectory(home.resolve("glassfish/domains").resolve(DOMAIN))) {
                server.run(
                        List.of(
                                asadmin,
                                "--user",
                                "admin",
                                "create-domain",
                                "--nopassword",
                                "--adminport",
                                String.valueOf(admin),
                                "--domainproperties",
                                "http.ssl.port=" + Product.freePort() + ":jms.port=" + Product.freePort()
                                        + ":orb.listener.port=" + Product.freePort()
                                        + ":orb.ssl.port=" + Product.freePort()
                                        + ":orb.mutualauth.port=" + Product.freePort()
                                        + ":domain.jmxPort=" + Product.freePort(),
                                "--instanceport",
                                String.valueOf(port),
                                DOMAIN),
                        Map.of());
                onLoopback(home.resolve("glassfish/domains").resolve(DOMAIN).resolve("config/domain.xml"));
            }
            Process process = server.start(List.of(asadmin, "start-domain", "--verbose", DOMAIN), Map.of());
            Awaitility.await("the administration answers")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> server.succeeds(List.of(asadmin, "--port", String.valueOf(admin), "uptime")));
            server.run(
                    List.of(System.getProperty("collab.payara.distribution") + "/install"),
                    Map.of(
                            "PAYARA_HOME",
                            home.toString(),
                            "PAYARA_DOMAIN",
                            DOMAIN,
                            "PAYARA_ADMIN_PORT",
                            String.valueOf(admin),
                            "COLLAB_DB_HOST",
                            "127.0.0.1",
                            "COLLAB_DB_PORT",
                            server.database().port(),
                            "COLLAB_DB_NAME",
                            "collab_payara",
                            "COLLAB_DB_PASSWORD",
                            server.database().password()));
            return server.awaitReady(process, port);
        } catch (IOException | RuntimeException | AssertionError e) {
            server.close();
            throw new AssertionError("the server could not be set up", e);
        }
    }

    /** A new domain listens on all addresses. */
    private static void onLoopback(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(
                configuration,
                text.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                        .replaceAll(
                                "<network-listener port=\"(\\d+)\"",
                                "<network-listener address=\"127.0.0.1\" port=\"$1\""));
    }
}
