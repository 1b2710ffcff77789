package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.ot.Delta;
import org.collab.ot.RichText;
import org.collab.ot.client.AwaitingAck;
import org.collab.ot.client.AwaitingAckWithBuffer;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Resync;
import org.collab.ot.client.Snapshot;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;
import org.collab.ot.client.Synchronized;
import org.collab.simulation.Edit.Fate;
import org.collab.simulation.Violation.Oracle;

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

    /** Damage that the client does not know of: one more newline at the end. */
    Replica rotten() {
        Delta damage = Delta.builder().retain(base.length()).insert("\n").build();
        RichText damaged = base.apply(damage);
        return new Replica(core, damaged, damaged.toDelta(), client, inFlight, buffer);
    }

    /** The server's contents as a new base, with what is unconfirmed on top (O5, E10). */
    Replica resynced(Snapshot snapshot, UUID clientId) {
        Resync resync = client.resync(snapshot, base.toDelta());
        if (resync instanceof Resync.Unmergeable unmergeable) {
            throw new Violation(Oracle.I2_EXACTLY_ONCE, "a resync cannot merge " + unmergeable.kept());
        }
        boolean settled = submission()
                .filter(sent -> sent.seq() <= snapshot.acknowledged())
                .isPresent();
        if (settled) {
            SubmissionKey key =
                    new SubmissionKey(clientId, submission().orElseThrow().seq());
            inFlight.forEach(edit -> edit.fate(new Fate.Acknowledged(key)));
        }
        OtClient next = resync.client();
        Delta shown = snapshot.contents().compose(next.unconfirmed());
        Step step = new Step(next, Optional.empty(), Delta.EMPTY);
        return next(
                step,
                RichText.of(snapshot.contents()),
                shown,
                settled ? buffer : inFlight,
                settled ? List.of() : buffer);
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
