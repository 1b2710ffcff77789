package org.collab.ot.client;

import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Priority;

/**
 * One submission is in flight, and the user has edited since.
 *
 * @param inFlight as in {@link AwaitingAck}
 * @param buffer the edits since, composed into one, to be made after the submission; never empty
 */
public record AwaitingAckWithBuffer(Submission inFlight, Delta buffer, EmbedHandlers embeds) implements Awaiting {

    /** The state with this buffer; edits that cancel each other out leave none. */
    static Awaiting of(Submission inFlight, Delta buffer, EmbedHandlers embeds) {
        Delta chopped = buffer.chop();
        return chopped.isEmpty()
                ? new AwaitingAck(inFlight, embeds)
                : new AwaitingAckWithBuffer(inFlight, chopped, embeds);
    }

    @Override
    public Step applyLocal(Delta edit) {
        return Step.to(of(inFlight, buffer.compose(edit, embeds), embeds));
    }

    @Override
    public Step over(long revision, Delta change) {
        Delta rebased = change.transform(inFlight.delta(), Priority.THIS_FIRST, embeds);
        Delta afterInFlight = inFlight.delta().transform(change, Priority.OTHER_FIRST, embeds);
        Delta rebasedBuffer = afterInFlight.transform(buffer, Priority.THIS_FIRST, embeds);
        Delta show = buffer.transform(afterInFlight, Priority.OTHER_FIRST, embeds);
        return Step.showing(of(inFlight.rebased(revision, rebased), rebasedBuffer, embeds), show);
    }

    @Override
    public Awaiting withInFlight(Submission submission) {
        return new AwaitingAckWithBuffer(submission, buffer, embeds);
    }

    @Override
    public Step settled(long revision, long acknowledged) {
        return new Synchronized(revision, acknowledged, embeds).applyLocal(buffer);
    }

    @Override
    public Step withdraw(long seq, Delta base) {
        requireInFlight(seq, "refused");
        Delta undo = inFlight.delta().invert(base, embeds);
        Delta show = buffer.transform(undo, Priority.OTHER_FIRST, embeds);
        Delta rest = undo.transform(buffer, Priority.THIS_FIRST, embeds);
        Step next = new Synchronized(revision(), seq, embeds).applyLocal(rest);
        return new Step(next.client(), next.send(), show);
    }

    @Override
    public List<Delta> edits() {
        return List.of(inFlight.delta(), buffer);
    }

    @Override
    public Delta unconfirmed() {
        return inFlight.delta().compose(buffer, embeds);
    }
}
