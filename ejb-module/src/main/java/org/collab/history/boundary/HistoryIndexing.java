package org.collab.history.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.collab.collaboration.boundary.ServerThreads;
import org.collab.collaboration.control.DurableChangeStore.SnapshotKept;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.history.control.HistoryIndex;
import org.collab.history.control.SessionTable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Extends the index of a history whenever a snapshot has been kept, and now and then those that have been left behind.
 * Edits never wait for it. One document is worked on at a time by one thread of a node.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryIndexing {
    private static final Logger LOG = System.getLogger(HistoryIndexing.class.getName());
    private static final int DOCUMENTS_AT_ONCE = 100;
    private static final long FAR_BEHIND = 1_000;

    @Inject
    private HistoryIndex index;

    @Inject
    private SessionTable sessions;

    @Inject
    private ServerThreads threads;

    @Inject
    @ConfigProperty(name = "collab.history.upkeep-every", defaultValue = "PT10M")
    private Duration every;

    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private Optional<Future<?>> upkeep = Optional.empty();

    @PostConstruct
    void start() {
        upkeep = Optional.of(threads.repeat(every, this::run));
    }

    @PreDestroy
    void stop() {
        upkeep.ifPresent(future -> future.cancel(false));
    }

    public void snapshotKept(@Observes SnapshotKept snapshot) {
        extend(snapshot.documentId());
    }

    /** Takes everything in that has come since, on another thread. */
    public void extend(UUID documentId) {
        if (working.add(documentId)) {
            threads.execute(() -> extendNow(documentId));
        }
    }

    private void extendNow(UUID documentId) {
        try {
            index.extend(documentId, Long.MAX_VALUE);
        } catch (StoreUnavailableException | EJBException e) {
            LOG.log(Level.WARNING, "the index of document " + documentId + " could not be extended", e);
        } finally {
            working.remove(documentId);
        }
    }

    private void run() {
        try {
            sessions.behind(FAR_BEHIND, DOCUMENTS_AT_ONCE).forEach(this::extend);
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "histories without an index could not be looked for", e);
        }
    }
}
