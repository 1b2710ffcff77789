package org.collab.it.servers;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Another application than ours: one that has of everything a little. */
final class Neighbour {
    /** Starts the server's JAX-RS. */
    @ApplicationPath("neighbour")
    public static class Rest extends Application {}

    /** Starts its EJB container and its threads. */
    @Singleton
    @Startup
    public static class Bean {
        @Resource
        private ManagedThreadFactory threads;

        @Resource
        private ContextService contexts;

        @PostConstruct
        void start() {
            threads.newThread(contexts.contextualRunnable(() -> {})).start();
        }
    }

    private Neighbour() {}

    static Path war(Path directory) {
        Path file = directory.resolve("neighbour.war");
        ShrinkWrap.create(WebArchive.class)
                .addClasses(Neighbour.class, Rest.class, Bean.class)
                .as(ZipExporter.class)
                .exportTo(file.toFile());
        return file;
    }
}
