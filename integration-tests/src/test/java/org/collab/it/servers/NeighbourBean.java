package org.collab.it.servers;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;

/** Starts the server's EJB container and its threads, for {@link Neighbour}; WildFly takes no nested class for a bean. */
@Singleton
@Startup
public class NeighbourBean {
    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ContextService contexts;

    @PostConstruct
    void start() {
        threads.newThread(contexts.contextualRunnable(() -> {})).start();
    }
}
