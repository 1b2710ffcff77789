package org.collab.ot.client;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Priority;

/**
 * One submission is in flight and nothing was edited since.
 *
 * @param inFlight the submission, its delta brought up to its base revision, which is the newest that the
 *     client holds
 */
public record AwaitingAck(Submission inFlight, EmbedHandlers embeds) implements OtClient {

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
        return Step.to(AwaitingAckWithBuffer.of(inFlight, edit, embeds));
    }

    @Override
    public Step applyRemote(long revision, Delta change) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        Delta rebased = change.transform(inFlight.delta(), Priority.THIS_FIRST, embeds);
        Delta show = inFlight.delta().transform(change, Priority.OTHER_FIRST, embeds);
        Submission next = new Submission(inFlight.seq(), revision, rebased);
        return Step.showing(new AwaitingAck(next, embeds), show);
    }

    @Override
    public Step ack(long revision, long seq) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        requireInFlight(inFlight, seq, "acknowledged");
        return Step.to(new Synchronized(revision, seq, embeds));
    }

    @Override
    public Step withdraw(long seq, Delta base) {
        requireInFlight(inFlight, seq, "refused");
        Delta undo = inFlight.delta().invert(base, embeds);
        return Step.showing(new Synchronized(revision(), seq, embeds), undo);
    }

    static void requireInFlight(Submission inFlight, long seq, String event) {
        if (seq != inFlight.seq()) {
            throw new IllegalArgumentException(
                    "submission %d was %s, but %d is in flight".formatted(seq, event, inFlight.seq()));
        }
    }

    @Override
    public Optional<Submission> reconnect() {
        return Optional.of(inFlight);
    }

    @Override
    public Delta unconfirmed() {
        return inFlight.delta();
    }
}
