package org.collab.collaboration.boundary;

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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.collab.collaboration.control.ChangeLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves changes that have grown old from rows into chunks, now and then, on every node. A chunk is one transaction, so a
 * node may die at any moment, and two nodes never move the same changes.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryUpkeep {
    private static final Logger LOG = System.getLogger(HistoryUpkeep.class.getName());
    private static final int DOCUMENTS_AT_ONCE = 100;

    @Inject
    private ChangeLog log;

    @Inject
    private ServerThreads threads;

    @Inject
    @ConfigProperty(name = "collab.history.chunk-after", defaultValue = "PT168H")
    private Duration chunkAfter;

    @Inject
    @ConfigProperty(name = "collab.history.chunk-size", defaultValue = "2000")
    private int chunkSize;

    @Inject
    @ConfigProperty(name = "collab.history.upkeep-every", defaultValue = "PT10M")
    private Duration every;

    private Optional<Future<?>> upkeep = Optional.empty();

    @PostConstruct
    void start() {
        upkeep = Optional.of(threads.repeat(every, this::run));
    }

    @PreDestroy
    void stop() {
        upkeep.ifPresent(future -> future.cancel(false));
    }

    private void run() {
        try {
            Instant olderThan = Instant.now().minus(chunkAfter);
            log.chunkable(chunkSize, olderThan, DOCUMENTS_AT_ONCE).forEach(id -> chunk(id, olderThan));
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "old changes could not be looked for; next try in " + every, e);
        }
    }

    private void chunk(UUID documentId, Instant olderThan) {
        try {
            while (log.moveToChunk(documentId, chunkSize, olderThan)) {
                LOG.log(Level.DEBUG, "{0} changes of document {1} moved into a chunk", chunkSize, documentId);
            }
        } catch (EJBException e) {
            LOG.log(Level.ERROR, "changes of document " + documentId + " stay in rows", e);
        }
    }
}
