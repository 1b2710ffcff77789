package org.collab.collaboration.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.Submission;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.RichText;

/**
 * Gives submissions their places after a document's head: one revision each, in the order of {@link #add}. What it plans
 * is not true before it is committed; the document's state stays as it is. One sequencer serves one batch.
 *
 * <pre>
 *   base ──committed──▶ head ──planned──▶ …
 *     │                                   │
 *  submitted                           rebased     each submission is transformed over every change since its
 *     ▼                                   ▼        base, one by one, with priority for what came first (E5)
 * </pre>
 */
final class Sequencer {
    private final DocumentState state;
    private final Instant now;
    private final List<CommittedChange> planned = new ArrayList<>();
    private final Map<UUID, Long> plannedSeq = new HashMap<>();
    private RichText text;
    private ChangeHash hash;

    Sequencer(DocumentState state, Instant now) {
        this.state = state;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.text = state.text();
        this.hash = state.hash();
    }

    /** Whether this batch holds the same or a later submission of the client already. */
    boolean hasPlanned(Submission submission) {
        return plannedSeq.getOrDefault(submission.clientId(), 0L) >= submission.seq();
    }

    /**
     * Plans the submission as the next change.
     *
     * @throws CollabException where it must be rejected; the plan is then as before
     */
    void add(Submission submission) {
        long head = state.head() + planned.size();
        if (submission.baseRevision() > state.head()) {
            throw new CollabException(
                    ErrorCode.REVISION_AHEAD,
                    "revision " + submission.baseRevision() + " is ahead of head " + state.head());
        }
        DeltaPolicy.check(submission.delta());
        try {
            Delta rebased = rebase(submission);
            text = text.apply(rebased);
            append(submission, head + 1, rebased);
        } catch (InvalidDeltaException e) {
            throw rejected(e);
        }
    }

    List<CommittedChange> planned() {
        return List.copyOf(planned);
    }

    private Delta rebase(Submission submission) {
        Delta overCommitted = DocumentText.rebase(submission.delta(), state.deltasAfter(submission.baseRevision()));
        return DocumentText.rebase(
                overCommitted, planned.stream().map(CommittedChange::delta).toList());
    }

    private static CollabException rejected(InvalidDeltaException e) {
        ErrorCode code =
                e.code() == InvalidDeltaException.Code.TOO_LONG ? ErrorCode.TOO_LARGE : ErrorCode.INVALID_DELTA;
        return new CollabException(code, String.valueOf(e.getMessage()));
    }

    private void append(Submission submission, long revision, Delta delta) {
        String json = DeltaJson.write(delta);
        hash = HashChain.next(
                hash,
                state.documentId(),
                revision,
                submission.clientId(),
                submission.seq(),
                submission.authorId(),
                submission.baseRevision(),
                now,
                json);
        planned.add(new CommittedChange(
                revision,
                submission.clientId(),
                submission.seq(),
                submission.authorId(),
                submission.baseRevision(),
                now,
                delta,
                json,
                hash));
        plannedSeq.put(submission.clientId(), submission.seq());
    }
}
