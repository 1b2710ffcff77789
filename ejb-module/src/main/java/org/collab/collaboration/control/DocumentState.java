package org.collab.collaboration.control;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Contents;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.Snapshot;
import org.collab.ot.Delta;
import org.collab.ot.RichText;
import org.jspecify.annotations.Nullable;

/**
 * A document at its head, as this node knows it, with its newest changes. Follows the change log: {@link #advance} takes
 * committed changes only, one revision after the other. Not thread-safe; its live document's mailbox owns it.
 */
final class DocumentState {
    private static final int READ_AT_ONCE = 2_000;

    private final UUID documentId;
    private final long epoch;
    private final ChangeStore store;
    private final RecentChanges recent;

    private long head;
    private long snapshotRevision;
    private RichText text = DocumentText.EMPTY;
    private ChangeHash hash = ChangeHash.GENESIS;

    /** For as long as memory lasts: when a node goes away, all the editors of a document open it at once elsewhere. */
    private SoftReference<Contents> contents = new SoftReference<>(null);

    private DocumentState(UUID documentId, long epoch, ChangeStore store, int recentChanges) {
        this.documentId = documentId;
        this.epoch = epoch;
        this.store = store;
        this.recent = new RecentChanges(recentChanges);
    }

    /** Reads the document up to its head: the newest snapshot, and the changes after it. */
    static DocumentState load(UUID documentId, long epoch, ChangeStore store, int recentChanges) {
        DocumentState state = new DocumentState(documentId, epoch, store, recentChanges);
        store.snapshot(documentId, Long.MAX_VALUE).ifPresent(state::startFrom);
        state.readToHead();
        return state;
    }

    private void startFrom(Snapshot snapshot) {
        head = snapshot.revision();
        text = snapshot.text();
        hash = snapshot.hash();
        snapshotRevision = snapshot.revision();
    }

    /** Page by page: a history without a snapshot may be longer than memory. */
    private void readToHead() {
        List<CommittedChange> page;
        do {
            page = store.read(documentId, head, READ_AT_ONCE);
            page.forEach(this::advance);
        } while (page.size() == READ_AT_ONCE);
    }

    /** Reads what was committed by others since, and returns it: all of it, or none and this state is as before. */
    List<CommittedChange> catchUp() {
        List<CommittedChange> missed = new ArrayList<>();
        List<CommittedChange> page;
        do {
            page = store.read(documentId, head + missed.size(), READ_AT_ONCE);
            missed.addAll(page);
        } while (page.size() == READ_AT_ONCE);
        missed.forEach(this::advance);
        return missed;
    }

    void advance(CommittedChange change) {
        if (change.revision() != head + 1) {
            throw new IllegalStateException("revision " + change.revision() + " does not follow head " + head);
        }
        text = text.apply(change.delta());
        contents.clear();
        head = change.revision();
        hash = change.hash();
        recent.add(change);
    }

    /** The changes after a revision, one by one; from memory where they are recent. */
    List<CommittedChange> changesAfter(long revision) {
        return recent.after(revision, head).orElseGet(() -> readAfter(revision));
    }

    /** The next changes after a revision, some of them where there are more than the limit. */
    List<CommittedChange> page(long revision, int limit) {
        return head - revision <= limit ? changesAfter(revision) : store.read(documentId, revision, limit);
    }

    private List<CommittedChange> readAfter(long revision) {
        List<CommittedChange> changes = new ArrayList<>();
        while (revision + changes.size() < head) {
            long remaining = head - revision - changes.size();
            List<CommittedChange> page =
                    store.read(documentId, revision + changes.size(), (int) Math.min(READ_AT_ONCE, remaining));
            if (page.isEmpty()) {
                throw new IllegalStateException(
                        "the log ends at revision " + (revision + changes.size()) + ", before head " + head);
            }
            changes.addAll(page);
        }
        return changes;
    }

    List<Delta> deltasAfter(long revision) {
        return changesAfter(revision).stream().map(CommittedChange::delta).toList();
    }

    UUID documentId() {
        return documentId;
    }

    long epoch() {
        return epoch;
    }

    long head() {
        return head;
    }

    /** The revision of the snapshot that this state was read from; 0 for none. */
    long snapshotRevision() {
        return snapshotRevision;
    }

    RichText text() {
        return text;
    }

    /** What is in it at its head. */
    Contents contents() {
        @Nullable Contents known = contents.get();
        if (known != null) {
            return known;
        }
        Contents current = new Contents(text.toDelta());
        contents = new SoftReference<>(current);
        return current;
    }

    ChangeHash hash() {
        return hash;
    }
}
