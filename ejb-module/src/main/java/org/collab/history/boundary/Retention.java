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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.collab.collaboration.boundary.ServerThreads;
import org.collab.history.control.PurgeTable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Purges documents that have been in the trash for long, with their whole history, unless they are held. A document goes
 * in one transaction, so any node may do it, and may die meanwhile.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Retention {
    private static final Logger LOG = System.getLogger(Retention.class.getName());
    private static final int DOCUMENTS_AT_ONCE = 100;

    @Inject
    private PurgeTable table;

    @Inject
    private ServerThreads threads;

    @Inject
    @ConfigProperty(name = "collab.trash.retention", defaultValue = "P30D")
    private Duration retention;

    @Inject
    @ConfigProperty(name = "collab.trash.purge-every", defaultValue = "PT1H")
    private Duration every;

    private Optional<Future<?>> work = Optional.empty();

    @PostConstruct
    void start() {
        work = Optional.of(threads.repeat(every, this::run));
    }

    @PreDestroy
    void stop() {
        work.ifPresent(future -> future.cancel(false));
    }

    private void run() {
        Instant before = Instant.now().minus(retention);
        try {
            table.due(before, DOCUMENTS_AT_ONCE).forEach(id -> purge(id, before));
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "deleted documents could not be looked for; next try in " + every, e);
        }
    }

    private void purge(UUID documentId, Instant before) {
        try {
            if (table.purge(documentId, before)) {
                LOG.log(Level.INFO, "document {0} was purged {1} after it was deleted", documentId, retention);
            }
        } catch (EJBException e) {
            LOG.log(Level.ERROR, "document " + documentId + " could not be purged", e);
        }
    }
}
