package org.collab.simulation;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.Priority;
import org.collab.ot.client.AwaitingAck;
import org.collab.ot.client.AwaitingAckWithBuffer;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;

/** Client state machines with one mistake each. */
final class BuggyCore {
    private BuggyCore() {}

    /** Forgets that the edits behind the submission in flight have to be moved as well. */
    static final class NoBufferTransform implements ClientCore {
        @Override
        public Step applyRemote(OtClient client, long revision, Delta change) {
            Step step = client.applyRemote(revision, change);
            if (client instanceof AwaitingAckWithBuffer before
                    && step.client() instanceof AwaitingAckWithBuffer after) {
                OtClient stale = new AwaitingAckWithBuffer(after.inFlight(), before.buffer(), after.embeds());
                return new Step(stale, step.send(), step.show());
            }
            return step;
        }
    }

    /** Believes at ties that its own edit was first (against E5). */
    static final class WrongTieBreak implements ClientCore {
        @Override
        public Step applyRemote(OtClient client, long revision, Delta change) {
            if (client instanceof AwaitingAck waiting) {
                Delta own = waiting.inFlight().delta();
                Submission moved = moved(waiting.inFlight(), revision, change);
                Delta show = own.transform(change, Priority.THIS_FIRST);
                return new Step(new AwaitingAck(moved, waiting.embeds()), Optional.empty(), show);
            }
            return client.applyRemote(revision, change);
        }

        private static Submission moved(Submission inFlight, long revision, Delta change) {
            return new Submission(inFlight.seq(), revision, change.transform(inFlight.delta(), Priority.OTHER_FIRST));
        }
    }

    /** Puts later edits into what is in flight (against E9). */
    static final class MutatedInFlight implements ClientCore {
        @Override
        public Step applyLocal(OtClient client, Delta edit) {
            if (client instanceof AwaitingAck waiting) {
                Submission sent = waiting.inFlight();
                Submission mutated = new Submission(
                        sent.seq(), sent.baseRevision(), sent.delta().compose(edit));
                return new Step(new AwaitingAck(mutated, waiting.embeds()), Optional.empty(), Delta.EMPTY);
            }
            return client.applyLocal(edit);
        }
    }
}
