package org.collab.ot.client;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Priority;

/**
 * One submission is in flight, and the user has edited since.
 *
 * @param inFlight as in {@link AwaitingAck}
 * @param buffer the edits since, composed into one, to be made after the submission; never empty
 */
public record AwaitingAckWithBuffer(Submission inFlight, Delta buffer, EmbedHandlers embeds) implements OtClient {

    /** The state with this buffer; edits that cancel each other out leave none. */
    static OtClient of(Submission inFlight, Delta buffer, EmbedHandlers embeds) {
        Delta chopped = buffer.chop();
        return chopped.isEmpty()
                ? new AwaitingAck(inFlight, embeds)
                : new AwaitingAckWithBuffer(inFlight, chopped, embeds);
    }

    @Override
    public long revision() {
        return inFlight.baseRevision();
    }

    @Override
    public long lastSeq() {
        return inFlight.seq();
    }

    @Override
    public Step applyLocal(Delta edit) {
        return Step.to(of(inFlight, buffer.compose(edit, embeds), embeds));
    }

    @Override
    public Step applyRemote(long revision, Delta change) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        Delta rebased = change.transform(inFlight.delta(), Priority.THIS_FIRST, embeds);
        Delta afterInFlight = inFlight.delta().transform(change, Priority.OTHER_FIRST, embeds);
        Delta rebasedBuffer = afterInFlight.transform(buffer, Priority.THIS_FIRST, embeds);
        Delta show = buffer.transform(afterInFlight, Priority.OTHER_FIRST, embeds);
        Submission next = new Submission(inFlight.seq(), revision, rebased);
        return Step.showing(of(next, rebasedBuffer, embeds), show);
    }

    @Override
    public Step ack(long revision, long seq) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        AwaitingAck.requireInFlight(inFlight, seq, "acknowledged");
        Submission next = new Submission(seq + 1, revision, buffer);
        return Step.sending(new AwaitingAck(next, embeds), next);
    }

    @Override
    public Step withdraw(long seq, Delta base) {
        AwaitingAck.requireInFlight(inFlight, seq, "refused");
        Delta undo = inFlight.delta().invert(base, embeds);
        Delta show = buffer.transform(undo, Priority.OTHER_FIRST, embeds);
        Delta rest = undo.transform(buffer, Priority.THIS_FIRST, embeds);
        Step next = new Synchronized(revision(), seq, embeds).applyLocal(rest);
        return new Step(next.client(), next.send(), show);
    }

    @Override
    public Optional<Submission> reconnect() {
        return Optional.of(inFlight);
    }

    @Override
    public Delta unconfirmed() {
        return inFlight.delta().compose(buffer, embeds);
    }
}
