package org.collab.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.collab.it.product.InstalledServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** An installed server without the application, for Arquillian to deploy to. Inside of that server it does nothing. */
final class RunningServer implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(RunningServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("collab.server") == null) {
            return;
        }
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("server", key -> new Running(), Running.class);
    }

    private static final class Running implements AutoCloseable {
        private final InstalledServer server;

        Running() {
            try {
                Path directory = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "product").toAbsolutePath()), "container");
                server = InstalledServer.fresh(directory.resolve("data"));
                server.serve(Map.of());
                server.undeploy();
                System.setProperty("collab.installed.home", server.home().toString());
                System.setProperty("collab.installed.management-port", String.valueOf(server.managementPort()));
                System.setProperty("arquillian.launch", System.getProperty("collab.server"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
