package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Writer;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.Revisions;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.Submission;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.control.HistoryIndex;
import org.collab.history.control.Restoration;
import org.collab.history.control.SelectiveUndo;
import org.collab.history.entity.Moment;
import org.collab.history.entity.Proposal;
import org.collab.ot.Delta;

/**
 * Takes back what has happened, as a new change among the live ones: nothing is ever taken out of the history. Editors and
 * owners. What is proposed here may as well be made by the caller's own editor, which can then undo it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Restoring {
    /** Changes that one question looks through. */
    private static final long MOST_LOOKED_THROUGH = 50_000;

    @Inject
    private AccessControl access;

    @Inject
    private ChangeStore store;

    @Inject
    private DocumentContents contents;

    @Inject
    private HistoryIndex index;

    @Inject
    private AuditLog audit;

    /**
     * What makes the document, or a range of it, what it was at a revision.
     *
     * @param range of the contents at that revision
     */
    public Proposal restoring(UUID caller, UUID documentId, long revision, Optional<CursorRange> range) {
        access.requireDocumentEditor(caller, documentId);
        Delta then = contents.at(caller, documentId, revision).contents();
        DocumentContents.At now = contents.atHead(caller, documentId);
        Delta edit = range.isEmpty()
                ? Restoration.whole(now.contents(), then)
                : Restoration.range(
                        now.contents(), then, within(then, range.get()), since(documentId, revision, then, now));
        return new Proposal(now.revision(), edit, 0);
    }

    private static CursorRange within(Delta then, CursorRange range) {
        if (range.index() + range.length() > then.length()) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED,
                    "the range ends at " + (range.index() + range.length()) + ", behind the contents of "
                            + then.length());
        }
        return range;
    }

    /** The changes since, or where they are too many, the difference of the contents in their place. */
    private List<Delta> since(UUID documentId, long revision, Delta then, DocumentContents.At now) {
        if (now.revision() - revision > MOST_LOOKED_THROUGH) {
            return List.of(then.diff(now.contents()));
        }
        return index.read(documentId, revision, now.revision()).stream()
                .map(CommittedChange::delta)
                .toList();
    }

    /**
     * What takes back everything that somebody did between two moments, both included, and keeps everybody else's edits.
     *
     * @throws CollabException {@code nothing-to-undo} where nothing of it is left; {@code too-large} where too much has
     *     happened since
     */
    public Proposal undoing(UUID caller, UUID documentId, UUID author, Moment from, Moment to) {
        access.requireDocumentEditor(caller, documentId);
        long head = contents.atHead(caller, documentId).revision();
        long first = Math.max(1, revisionOf(documentId, from, head));
        if (head - first >= MOST_LOOKED_THROUGH) {
            throw new CollabException(
                    ErrorCode.TOO_LARGE,
                    (head - first + 1) + " changes have been made since; at most " + MOST_LOOKED_THROUGH
                            + " can be looked through");
        }
        SelectiveUndo undo = new SelectiveUndo(
                Revisions.textAt(store, documentId, first - 1),
                DocumentText.EMBEDS,
                change -> change.userId().equals(author) && isBetween(change, from, to));
        index.read(documentId, first - 1, head).forEach(undo::add);
        Delta edit = undo.undo();
        if (edit.isEmpty()) {
            throw new CollabException(
                    ErrorCode.NOTHING_TO_UNDO,
                    undo.undone() == 0
                            ? "nothing was changed by this person then"
                            : "nothing is left of what was changed then");
        }
        return new Proposal(head, edit, undo.undone());
    }

    private static boolean isBetween(CommittedChange change, Moment from, Moment to) {
        return !isBefore(change, from) && !isAfter(change, to);
    }

    private static boolean isBefore(CommittedChange change, Moment moment) {
        return moment instanceof Moment.AtRevision at
                ? change.revision() < at.revision()
                : change.at().isBefore(((Moment.AtTime) moment).time());
    }

    private static boolean isAfter(CommittedChange change, Moment moment) {
        return moment instanceof Moment.AtRevision at
                ? change.revision() > at.revision()
                : change.at().isAfter(((Moment.AtTime) moment).time());
    }

    /** The first revision that is not before a moment. Servers' clocks may differ a little, so some earlier ones too. */
    private long revisionOf(UUID documentId, Moment moment, long head) {
        if (moment instanceof Moment.AtRevision at) {
            return at.revision();
        }
        long low = 1;
        long high = head + 1;
        while (low < high) {
            long middle = (low + high) / 2;
            CommittedChange change = store.read(documentId, middle - 1, 1).get(0);
            if (isBefore(change, moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(1, low - 100);
    }

    /**
     * Makes an edit as the caller's. It is rebased over what has come since it was proposed; the same (clientId, seq)
     * again gets the same revision.
     *
     * @return the revision that it has become
     */
    public long commit(Writer caller, UUID documentId, UUID clientId, long seq, Proposal proposal) {
        long revision = contents.submit(
                documentId, new Submission(clientId, seq, proposal.baseRevision(), proposal.delta(), caller));
        audit.record(AuditEvent.of(AuditAction.HISTORY_RESTORED, caller.userId())
                .on("document", documentId)
                .with("revision", revision));
        return revision;
    }

    /** The revision that (clientId, seq) has become already. */
    public Optional<Long> committed(UUID caller, UUID documentId, UUID clientId, long seq) {
        access.requireDocumentEditor(caller, documentId);
        return store.find(documentId, clientId, seq).map(CommittedChange::revision);
    }
}
