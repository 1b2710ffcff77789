package org.collab.collaboration.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The change log as live documents see it: whatever goes wrong in a transaction leaves its outcome in doubt. */
@ApplicationScoped
public class DurableChangeStore implements ChangeStore {
    /** On a single core transactions are in each other's way. */
    private static final int LANES = 2;

    @Inject
    private ChangeLog log;

    @Inject
    private SharedCommit together;

    @Inject
    private SnapshotTable snapshots;

    @Inject
    private Event<SnapshotKept> kept;

    @Inject
    @ConfigProperty(name = "collab.commit.lanes")
    private Optional<Integer> lanes;

    private CommitLanes commitLanes;

    @PostConstruct
    void open() {
        commitLanes = new CommitLanes(
                lanes.orElse(Math.min(LANES, Runtime.getRuntime().availableProcessors())),
                together::append,
                appending -> log.append(appending.documentId(), appending.expectedHead(), appending.batch()));
    }

    /** A snapshot has been committed: time to derive from the log what is derived beside it. */
    public record SnapshotKept(UUID documentId, long revision) {}

    @Override
    public Optional<Head> head(UUID documentId) {
        return ask(() -> log.head(documentId));
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> documentIds) {
        return ask(() -> log.heads(documentIds));
    }

    @Override
    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        return ask(() -> log.read(documentId, afterRevision, limit));
    }

    @Override
    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        return ask(() -> log.find(documentId, clientId, seq));
    }

    @Override
    public long acknowledged(UUID documentId, UUID clientId) {
        return ask(() -> log.acknowledged(documentId, clientId));
    }

    @Override
    public Acknowledged acknowledged(UUID documentId, Set<UUID> clientIds) {
        return ask(() -> log.acknowledged(documentId, clientIds));
    }

    @Override
    public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
        return ask(() -> commitLanes.append(new Appending(documentId, expectedHead, batch)));
    }

    @Override
    public boolean giveUp(UUID documentId, UUID clientId, long seq) {
        return ask(() -> log.giveUp(documentId, clientId, seq));
    }

    @Override
    public Optional<Snapshot> snapshot(UUID documentId, long atMost) {
        return ask(() -> snapshots.find(documentId, atMost));
    }

    @Override
    public void keep(UUID documentId, Snapshot snapshot, long epoch) {
        boolean added = ask(() -> snapshots.keep(documentId, snapshot, epoch));
        if (added) {
            kept.fire(new SnapshotKept(documentId, snapshot.revision()));
        }
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (EJBException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BrokenHistoryException broken) {
                    throw broken; // no other try would go better
                }
            }
            throw new StoreUnavailableException(e);
        }
    }
}
