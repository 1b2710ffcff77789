package org.collab.ot.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collab.ot.Delta;

/** What the two states with a submission in flight have in common. */
sealed interface Awaiting extends OtClient permits AwaitingAck, AwaitingAckWithBuffer {

    /**
     * The submission, its delta brought up to its base revision, which is the newest that the client
     * holds.
     */
    Submission inFlight();

    /** The unconfirmed edits in the order in which they were made. */
    List<Delta> edits();

    Awaiting withInFlight(Submission submission);

    /** This state after a change that leads to the revision. */
    Step over(long revision, Delta change);

    /** This state without the submission in flight: what was edited since becomes the next one. */
    Step settled(long revision, long acknowledged);

    @Override
    default long revision() {
        return inFlight().baseRevision();
    }

    @Override
    default long lastSeq() {
        return inFlight().seq();
    }

    @Override
    default Optional<Submission> reconnect() {
        return Optional.of(inFlight());
    }

    @Override
    default Step applyRemote(long revision, Delta change) {
        return alreadyHas(revision) ? Step.to(this) : over(revision, change);
    }

    @Override
    default Step ack(long revision, long seq) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        requireInFlight(seq, "acknowledged");
        if (inFlight().isUncertain()) {
            throw new InconsistentStreamException("submission %d was moved by a resync".formatted(seq));
        }
        return settled(revision, seq);
    }

    default void requireInFlight(long seq, String event) {
        if (seq != inFlight().seq()) {
            throw new InconsistentStreamException("submission %d was %s, but %d is in flight"
                    .formatted(seq, event, inFlight().seq()));
        }
    }

    @Override
    default Resync resync(Snapshot snapshot, Delta base) {
        if (snapshot.holds(inFlight())) {
            Delta committed = base.compose(inFlight().delta(), embeds());
            return settled(revision(), snapshot.acknowledged()).client().resync(snapshot, committed);
        }
        boolean haveDifference = base.isDocument() && snapshot.contents().isDocument();
        if (!haveDifference) {
            return unmergeable(snapshot);
        }
        Delta difference = base.diff(snapshot.contents());
        if (difference.isEmpty()) {
            Submission same = inFlight().rebased(snapshot.revision(), inFlight().delta());
            return new Resync.Merged(withInFlight(same));
        }
        Awaiting moved = (Awaiting) over(snapshot.revision(), difference).client();
        return moved.fits(snapshot.contents().length())
                ? new Resync.Merged(moved.withInFlight(moved.inFlight().uncertain()))
                : unmergeable(snapshot);
    }

    /** Whether the edits reach over a document of this length at most. */
    private boolean fits(int length) {
        int reached = length;
        for (Delta edit : edits()) {
            if (edit.baseLength() > reached) {
                return false;
            }
            reached += edit.changeLength();
        }
        return true;
    }

    private Resync unmergeable(Snapshot snapshot) {
        String kept = edits().stream()
                .flatMap(edit -> edit.ops().stream())
                .map(embeds()::insertedText)
                .collect(Collectors.joining());
        return new Resync.Unmergeable(new Synchronized(snapshot.revision(), lastSeq(), embeds()), kept);
    }
}
