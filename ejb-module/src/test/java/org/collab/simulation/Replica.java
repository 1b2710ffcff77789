package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.RichText;
import org.collab.ot.client.AwaitingAck;
import org.collab.ot.client.AwaitingAckWithBuffer;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;
import org.collab.ot.client.Synchronized;
import org.collab.simulation.Edit.Fate;

/**
 * A tab's copy of the document, as it is in memory and as it is stored: what the server has, what is not confirmed, and
 * which of the user's edits that is. Immutable.
 *
 * @param base the document at the client's revision
 * @param visible what the user sees: base, then what is in flight, then the buffer
 */
record Replica(ClientCore core, RichText base, Delta visible, OtClient client, List<Edit> inFlight, List<Edit> buffer) {
    Replica {
        inFlight = List.copyOf(inFlight);
        buffer = List.copyOf(buffer);
    }

    static Replica opened(ClientCore core, Delta contents, long revision, long acknowledged) {
        return new Replica(
                core, RichText.of(contents), contents, OtClient.at(revision, acknowledged), List.of(), List.of());
    }

    long revision() {
        return client.revision();
    }

    boolean isSynchronized() {
        return client instanceof Synchronized;
    }

    Optional<Submission> submission() {
        return client.reconnect();
    }

    List<Edit> unconfirmed() {
        List<Edit> edits = new ArrayList<>(inFlight);
        edits.addAll(buffer);
        return edits;
    }

    Replica local(Draft draft) {
        Step step = core.applyLocal(client, draft.delta());
        List<Edit> edits = new ArrayList<>(isSynchronized() ? inFlight : buffer);
        edits.add(draft.edit());
        Delta shown = visible.compose(draft.delta());
        return isSynchronized() ? next(step, base, shown, edits, buffer) : next(step, base, shown, inFlight, edits);
    }

    Replica remote(long revision, Delta change) {
        Step step = core.applyRemote(client, revision, change);
        return next(step, base.apply(change), visible.compose(step.show()), inFlight, buffer);
    }

    Replica acknowledged(long revision, SubmissionKey key) {
        Delta confirmed = submission().orElseThrow().delta();
        Step step = core.ack(client, revision, key.seq());
        inFlight.forEach(edit -> edit.fate(new Fate.Acknowledged(key)));
        return next(step, base.apply(confirmed), visible.compose(step.show()), buffer, List.of());
    }

    Replica withdrawn(SubmissionKey key) {
        Step step = core.withdraw(client, key.seq(), base.toDelta());
        inFlight.forEach(edit -> edit.fate(new Fate.Rejected(key)));
        return next(step, base, visible.compose(step.show()), buffer, List.of());
    }

    /** Edits that the next state has no place for have come to nothing. */
    private Replica next(Step step, RichText nextBase, Delta shown, List<Edit> sent, List<Edit> waiting) {
        OtClient next = step.client();
        boolean hasBuffer = next instanceof AwaitingAckWithBuffer;
        boolean hasInFlight = hasBuffer || next instanceof AwaitingAck;
        return new Replica(
                core,
                nextBase,
                shown,
                next,
                hasInFlight ? sent : cancelled(sent),
                hasBuffer ? waiting : cancelled(waiting));
    }

    private static List<Edit> cancelled(List<Edit> edits) {
        edits.forEach(edit -> edit.fate(new Fate.Cancelled()));
        return List.of();
    }
}
