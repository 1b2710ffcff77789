package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.Revisions;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;
import org.collab.history.control.SessionFold.Rules;
import org.collab.history.entity.WorkSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps what makes a long history fast to look into: its sessions, a snapshot every {@link #SPACING} revisions, and who
 * wrote what beside each of them. All of it follows from the log alone, so two nodes may do the same at once, and whatever
 * is missing is only slow.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryIndex {
    /** Revisions from one snapshot to the next; snapshots of these revisions stay. */
    public static final long SPACING = 5_000;

    private static final int READ_AT_ONCE = 2_000;

    @Inject
    private ChangeStore store;

    @Inject
    private SessionTable sessions;

    @Inject
    private AuthorshipTable authorships;

    @Inject
    @ConfigProperty(name = "collab.history.session-pause", defaultValue = "PT5M")
    private Duration pause;

    @Inject
    @ConfigProperty(name = "collab.history.session-changes", defaultValue = "1000")
    private long mostChanges;

    /**
     * Takes in what has come since, as many changes at most.
     *
     * @return how many changes are left
     */
    public long extend(UUID documentId, long most) {
        Optional<ChangeStore.Head> head = store.head(documentId);
        if (head.isEmpty()) {
            return 0;
        }
        Optional<WorkSession> last = sessions.last(documentId);
        long done = last.map(WorkSession::lastRevision).orElse(0L);
        long end = Math.min(head.get().revision(), done + most);
        while (done < end) {
            long target = Math.min(head.get().revision(), (done / SPACING + 1) * SPACING);
            done = step(documentId, head.get().epoch(), last, done, target);
            last = sessions.last(documentId);
        }
        return head.get().revision() - done;
    }

    private long step(UUID documentId, long epoch, Optional<WorkSession> last, long done, long target) {
        List<CommittedChange> changes = read(documentId, done, target);
        SessionFold fold = new SessionFold(rules(), last);
        changes.forEach(fold::add);
        keepAuthors(documentId, snapshotAt(documentId, epoch, target, changes));
        sessions.keep(documentId, fold.sessions());
        return target;
    }

    /** The revision of the newest snapshot up to another; one is made where one belongs there. */
    private long snapshotAt(UUID documentId, long epoch, long target, List<CommittedChange> changes) {
        long newest = store.snapshot(documentId, target).map(Snapshot::revision).orElse(0L);
        if (target % SPACING != 0 || newest == target) {
            return newest;
        }
        Snapshot missing = new Snapshot(
                target,
                Revisions.textAt(store, documentId, target),
                changes.get(changes.size() - 1).hash());
        store.keep(documentId, missing, epoch);
        return target;
    }

    private void keepAuthors(UUID documentId, long revision) {
        if (revision > 0) {
            Authorship authors = authorships.find(documentId, revision);
            if (authors.revision() < revision) {
                follow(documentId, authors, revision);
                authorships.keep(documentId, authors);
            }
        }
    }

    /** Who wrote what at a revision that is committed. */
    public Authorship authorsAt(UUID documentId, long revision) {
        Authorship authors = authorships.find(documentId, revision);
        follow(documentId, authors, revision);
        return authors;
    }

    private void follow(UUID documentId, Authorship authors, long revision) {
        while (authors.revision() < revision) {
            long left = revision - authors.revision();
            store.read(documentId, authors.revision(), (int) Math.min(READ_AT_ONCE, left))
                    .forEach(authors::add);
        }
    }

    private Rules rules() {
        return new Rules(pause, mostChanges);
    }

    /** The changes after a revision up to another. */
    public List<CommittedChange> read(UUID documentId, long after, long upTo) {
        List<CommittedChange> changes = new ArrayList<>();
        while (after + changes.size() < upTo) {
            long done = after + changes.size();
            List<CommittedChange> page = store.read(documentId, done, (int) Math.min(READ_AT_ONCE, upTo - done));
            if (page.isEmpty()) {
                break;
            }
            changes.addAll(page);
        }
        return changes;
    }
}
