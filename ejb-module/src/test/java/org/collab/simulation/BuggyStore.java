package org.collab.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.AppendResult;
import org.collab.collaboration.control.Batch;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;

/** Databases and their use with one mistake each. */
abstract class BuggyStore implements ChangeStore {
    private final ChangeStore store;
    protected final World world;

    private BuggyStore(ChangeStore store, World world) {
        this.store = store;
        this.world = world;
    }

    @Override
    public Optional<Head> head(UUID documentId) {
        return store.head(documentId);
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> documentIds) {
        return store.heads(documentIds);
    }

    @Override
    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        return store.read(documentId, afterRevision, limit);
    }

    @Override
    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        return store.find(documentId, clientId, seq);
    }

    @Override
    public long acknowledged(UUID documentId, UUID clientId) {
        return store.acknowledged(documentId, clientId);
    }

    @Override
    public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
        return store.append(documentId, expectedHead, batch);
    }

    @Override
    public boolean giveUp(UUID documentId, UUID clientId, long seq) {
        return store.giveUp(documentId, clientId, seq);
    }

    @Override
    public Optional<Snapshot> snapshot(UUID documentId, long atMost) {
        return store.snapshot(documentId, atMost);
    }

    @Override
    public void keep(UUID documentId, Snapshot snapshot, long epoch) {
        store.keep(documentId, snapshot, epoch);
    }

    /** Neither compares the head nor has a unique key on revisions. */
    static final class NoUniqueRevision extends BuggyStore {
        NoUniqueRevision(ChangeStore store, World world) {
            super(store, world);
        }

        @Override
        public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
            AppendResult result = super.append(documentId, expectedHead, batch);
            if (result instanceof AppendResult.HeadMoved) {
                batch.changes().forEach(world.durable::force);
                return new AppendResult.Appended();
            }
            return result;
        }
    }

    /** Answers at once and writes behind. */
    static final class AckBeforeCommit extends BuggyStore {
        AckBeforeCommit(ChangeStore store, World world) {
            super(store, world);
        }

        @Override
        public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
            world.agenda.sometime(() -> world.durable.append(expectedHead, batch.changes()));
            return new AppendResult.Appended();
        }
    }

    /** Knows nothing of submissions, only of changes. */
    static final class NoDedupe extends BuggyStore {
        NoDedupe(ChangeStore store, World world) {
            super(store, world);
        }

        @Override
        public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
            return Optional.empty();
        }

        @Override
        public long acknowledged(UUID documentId, UUID clientId) {
            return 0;
        }

        @Override
        public boolean giveUp(UUID documentId, UUID clientId, long seq) {
            return true;
        }

        @Override
        public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
            if (expectedHead != world.durable.head()) {
                return new AppendResult.HeadMoved();
            }
            batch.changes().forEach(world.durable::force);
            return new AppendResult.Appended();
        }
    }
}
