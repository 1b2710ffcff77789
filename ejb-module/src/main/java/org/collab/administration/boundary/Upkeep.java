package org.collab.administration.boundary;

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
import java.util.concurrent.Future;
import java.util.function.Function;
import org.collab.administration.control.LeftoverTable;
import org.collab.collaboration.boundary.ServerThreads;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps nothing longer than the settings say, except what is held. Documents are purged by the history's retention. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Upkeep {
    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    @Inject
    private LeftoverTable table;

    @Inject
    private ServerThreads threads;

    @Inject
    @ConfigProperty(name = "collab.trash.retention", defaultValue = "P30D")
    private Duration trash;

    @Inject
    @ConfigProperty(name = "collab.sessions.retention", defaultValue = "P30D")
    private Duration sessions;

    @Inject
    @ConfigProperty(name = "collab.invitations.retention", defaultValue = "P30D")
    private Duration invitations;

    @Inject
    @ConfigProperty(name = "collab.audit.retention", defaultValue = "P365D")
    private Duration audit;

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
        purge("rooms", trash, table::rooms);
        purge("images", trash, table::images);
        purge("sessions", sessions, table::sessions);
        purge("invitations", invitations, table::invitations);
        purge("audit events", audit, table::auditEvents);
    }

    private void purge(String what, Duration retention, Function<Instant, Number> purging) {
        try {
            long purged = purging.apply(Instant.now().minus(retention)).longValue();
            if (purged > 0) {
                LOG.log(Level.INFO, "{0} {1} were purged after {2}", purged, what, retention);
            }
        } catch (EJBException e) {
            LOG.log(Level.WARNING, what + " could not be purged; next try in " + every, e);
        }
    }
}
