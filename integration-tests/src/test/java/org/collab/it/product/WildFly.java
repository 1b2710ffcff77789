package org.collab.it.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A WildFly that the project's own script has prepared, as its README tells an administrator. */
final class WildFly {
    private static final String MEMORY = "-Xms64m -Xmx768m -XX:MaxMetaspaceSize=384m -Djava.net.preferIPv4Stack=true";

    private WildFly() {}

    /** Installs and starts it, and returns when it serves the application. */
    static Product start(Path directory) {
        InstalledServer server = InstalledServer.in(directory, "collab_wildfly");
        String home = System.getProperty("collab.wildfly");
        try {
            server.run(
                    List.of(System.getProperty("collab.wildfly.distribution") + "/install"),
                    Map.of(
                            "WILDFLY_HOME",
                            home,
                            "COLLAB_DB_URL",
                            server.database().url()));
            int port = Product.freePort();
            Process process = server.start(
                    List.of(
                            home + "/bin/standalone.sh",
                            "-c",
                            "standalone-full-ha.xml",
                            "-Djboss.http.port=" + port,
                            "-Djboss.management.http.port=" + Product.freePort(),
                            "-Djboss.ajp.port=" + Product.freePort(),
                            "-Djboss.https.port=" + Product.freePort(),
                            "-Djboss.bind.address.private=127.0.0.1"),
                    Map.of(
                            "COLLAB_DB_PASSWORD",
                            server.database().password(),
                            "JAVA_OPTS",
                            MEMORY,
                            "LAUNCH_JBOSS_IN_BACKGROUND",
                            "true"));
            return server.awaitReady(process, port);
        } catch (IOException | RuntimeException | AssertionError e) {
            server.close();
            throw new AssertionError("the server could not be set up", e);
        }
    }
}
