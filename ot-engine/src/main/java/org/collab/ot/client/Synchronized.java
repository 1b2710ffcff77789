package org.collab.ot.client;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;

/** Everything is acknowledged: the document that the user sees is the server's at this revision. */
public record Synchronized(long revision, long lastSeq, EmbedHandlers embeds) implements OtClient {

    @Override
    public Step applyLocal(Delta edit) {
        Delta change = edit.chop();
        if (change.isEmpty()) {
            return Step.to(this);
        }
        Portion portion = Portion.of(change);
        Submission submission = new Submission(lastSeq + 1, revision, portion.first());
        return Step.sending(AwaitingAckWithBuffer.of(submission, portion.rest(), embeds), submission);
    }

    @Override
    public Step applyRemote(long revision, Delta change) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        return Step.showing(new Synchronized(revision, lastSeq, embeds), change);
    }

    @Override
    public Step ack(long revision, long seq) {
        if (alreadyHas(revision)) {
            return Step.to(this);
        }
        throw new InconsistentStreamException("submission %d was acknowledged, but none is in flight".formatted(seq));
    }

    @Override
    public Step withdraw(long seq, Delta base) {
        throw new InconsistentStreamException("submission %d was refused, but none is in flight".formatted(seq));
    }

    @Override
    public Resync resync(Snapshot snapshot, Delta base) {
        long seq = Math.max(lastSeq, snapshot.acknowledged());
        return new Resync.Merged(new Synchronized(snapshot.revision(), seq, embeds));
    }

    @Override
    public Optional<Submission> reconnect() {
        return Optional.empty();
    }

    @Override
    public Delta unconfirmed() {
        return Delta.EMPTY;
    }
}
