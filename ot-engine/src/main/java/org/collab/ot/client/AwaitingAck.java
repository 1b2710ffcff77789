package org.collab.ot.client;

import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Priority;

/**
 * One submission is in flight and nothing was edited since.
 *
 * @param inFlight the submission, its delta brought up to its base revision, which is the newest that the
 *     client holds
 */
public record AwaitingAck(Submission inFlight, EmbedHandlers embeds) implements Awaiting {

    @Override
    public Step applyLocal(Delta edit) {
        return Step.to(AwaitingAckWithBuffer.of(inFlight, edit, embeds));
    }

    @Override
    public Step over(long revision, Delta change) {
        Delta rebased = change.transform(inFlight.delta(), Priority.THIS_FIRST, embeds);
        Delta show = inFlight.delta().transform(change, Priority.OTHER_FIRST, embeds);
        return Step.showing(withInFlight(inFlight.rebased(revision, rebased)), show);
    }

    @Override
    public Awaiting withInFlight(Submission submission) {
        return new AwaitingAck(submission, embeds);
    }

    @Override
    public Step settled(long revision, long acknowledged) {
        return Step.to(new Synchronized(revision, acknowledged, embeds));
    }

    @Override
    public Step withdraw(long seq, Delta base) {
        requireInFlight(seq, "refused");
        Delta undo = inFlight.delta().invert(base, embeds);
        return Step.showing(new Synchronized(revision(), seq, embeds), undo);
    }

    @Override
    public List<Delta> edits() {
        return List.of(inFlight.delta());
    }

    @Override
    public Delta unconfirmed() {
        return inFlight.delta();
    }
}
