package org.collab.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one product that is started once for all classes of a process and stopped after the last. Where two processes
 * take turns at the classes, each class is an execution of its own: only the session spans them all.
 */
public final class SharedProduct implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedProduct.class);

    private record Running(Product product) implements AutoCloseable {
        @Override
        public void close() {
            product.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).product();
    }

    private static Running running(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent("product", key -> new Running(start(newDirectory())), Running.class);
    }

    private static Product start(Path directory) {
        String server = System.getProperty("collab.server", "payara-micro");
        return switch (server) {
            case "payara-micro" -> Product.start(directory);
            case "payara", "wildfly" -> installed(directory);
            default -> throw new IllegalArgumentException("no server " + server + " is known here");
        };
    }

    private static Product installed(Path directory) {
        InstalledServer server = InstalledServer.fresh(directory);
        try {
            server.serve(Map.of());
            return server.product();
        } catch (RuntimeException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createDirectories(Path.of("target", "product"))
                    .toAbsolutePath()
                    .resolve("data-" + ProcessHandle.current().pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
