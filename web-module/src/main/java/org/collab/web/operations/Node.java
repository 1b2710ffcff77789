package org.collab.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.health.Readiness;
import org.collab.persistence.boundary.DatabaseHealth;
import org.collab.relay.boundary.Relay;
import org.collab.telemetry.Metrics;
import org.collab.web.socket.Connections;

/** Registers {@link NodeControl} for as long as the application is deployed, and the measurements of the node. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Node {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    @Inject
    private Connections connections;

    @Inject
    private LiveDocuments liveDocuments;

    @Inject
    private Metrics metrics;

    @Inject
    private DatabaseHealth database;

    @Inject
    private Relay relay;

    @Inject
    private Readiness readiness;

    /** What goes wrong with JMX goes wrong with the deployment: nobody could stop this node as it should be stopped. */
    @PostConstruct
    void register() {
        metrics.gauge("collab.connections", "Editors connected to this node", connections::count);
        metrics.gauge("collab.documents", "Documents in this node's memory", liveDocuments::count);
        metrics.gauge("collab.queue.events", "Events and submissions that wait in documents", liveDocuments::waiting);
        metrics.gauge("collab.queue.outgoing", "Characters that wait to be sent to editors", connections::waitingBytes);
        metrics.gauge(
                "collab.draining", "1 while this node sends its editors away", () -> connections.isDraining() ? 1 : 0);
        readiness.add("database", database::isUp);
        readiness.add("takes-editors", () -> !connections.isDraining());
        readiness.tell(relay::state);
        unregister(); // a deployment that ended badly may have left its own
        try {
            server().registerMBean(
                            new StandardMBean(new Control(connections, liveDocuments), NodeControl.class, true),
                            name());
        } catch (JMException e) {
            throw new IllegalStateException(NodeControl.NAME + " cannot be registered", e);
        }
    }

    @PreDestroy
    void unregister() {
        try {
            if (server().isRegistered(name())) {
                server().unregisterMBean(name());
            }
        } catch (JMException e) {
            throw new IllegalStateException(NodeControl.NAME + " cannot be unregistered", e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name() throws JMException {
        return new ObjectName(NodeControl.NAME);
    }

    private record Control(Connections connections, LiveDocuments liveDocuments) implements NodeControl {
        @Override
        public int getConnections() {
            return connections.count();
        }

        @Override
        public int getDocuments() {
            return liveDocuments.count();
        }

        @Override
        public Map<String, Integer> getConnectionsByDocument() {
            return connections.countByDocument();
        }

        @Override
        public Map<String, Integer> getConnectionsByUser() {
            return connections.countByUser();
        }

        @Override
        public boolean isDraining() {
            return connections.isDraining();
        }

        @Override
        public int drain() {
            connections.drain();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (connections.count() > 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            return connections.count();
        }
    }
}
