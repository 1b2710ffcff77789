package org.collab.collaboration.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.collab.collaboration.entity.Snapshot;

/**
 * Keeps snapshots of one live document, beside its work: every {@link #INTERVAL} changes, and a last one when nobody is
 * in it any more. So opening a document reads at most that many changes, however long its history is. A snapshot that
 * could not be kept costs time at the next opening and nothing else.
 *
 * <p>Called from the document's mailbox; the writing happens on another thread, one snapshot at a time.
 */
final class SnapshotKeeper {
    static final int INTERVAL = 500;
    private static final Logger LOG = System.getLogger(SnapshotKeeper.class.getName());

    private final UUID documentId;
    private final ChangeStore store;
    private final Scheduler scheduler;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long kept;

    SnapshotKeeper(UUID documentId, ChangeStore store, Scheduler scheduler) {
        this.documentId = documentId;
        this.store = store;
        this.scheduler = scheduler;
    }

    /** The document has been read from a snapshot at this revision; 0 for none. */
    void found(long revision) {
        kept = revision;
    }

    /** Keeps a snapshot where it is time. */
    void changed(DocumentState state) {
        if (state.head() - kept >= INTERVAL) {
            keep(state);
        }
    }

    /** Keeps the last snapshot before the document leaves memory. */
    void retire(DocumentState state) {
        if (state.head() > kept) {
            keep(state);
        }
    }

    private void keep(DocumentState state) {
        if (busy.compareAndSet(false, true)) {
            Snapshot snapshot = new Snapshot(state.head(), state.text(), state.hash());
            long epoch = state.epoch();
            scheduler.execute(() -> write(snapshot, epoch));
        }
    }

    private void write(Snapshot snapshot, long epoch) {
        try {
            store.keep(documentId, snapshot, epoch);
            kept = snapshot.revision();
        } catch (StoreUnavailableException e) {
            LOG.log(Level.WARNING, "no snapshot of document " + documentId + " at " + snapshot.revision(), e);
        } finally {
            busy.set(false);
        }
    }
}
