package org.collab.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Submission;
import org.collab.ot.Delta;

/** Pages whose connection to the server has one mistake each. */
abstract class BuggySession extends Session {
    private BuggySession(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
        super(world, tab, clientId, stored);
    }

    /** Says hello as somebody new, so that the server cannot know what it has of this client. */
    static final class NewClientIdOnReconnect extends BuggySession {
        NewClientIdOnReconnect(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            super(world, tab, clientId, stored);
        }

        @Override
        protected UUID clientIdToConnectWith(UUID present) {
            return world.dice.uuid();
        }
    }

    /** Takes whatever comes as the next change (against E8). */
    static final class NoGapDetection extends BuggySession {
        NoGapDetection(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            super(world, tab, clientId, stored);
        }

        @Override
        protected void takeIn(List<CommittedChange> changes) {
            for (CommittedChange change : changes) {
                if (change.revision() > current().revision()) {
                    apply(Changes.as(current().revision() + 1, change.delta(), change));
                }
            }
        }
    }

    /** Sends the moved delta with the base that it had at first (against E9). */
    static final class StaleBaseOnResend extends BuggySession {
        private final Map<Long, Long> firstBases = new HashMap<>();

        StaleBaseOnResend(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            super(world, tab, clientId, stored);
        }

        @Override
        protected Submission outgoing(org.collab.ot.client.Submission submission) {
            Submission sent = super.outgoing(submission);
            firstBases.putIfAbsent(sent.seq(), sent.baseRevision());
            return new Submission(sent.clientId(), sent.seq(), firstBases.get(sent.seq()), sent.delta(), sent.writer());
        }
    }

    /** Recognizes its own submission by what it says, not by its number. */
    static final class TextEqualityDedupe extends BuggySession {
        TextEqualityDedupe(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            super(world, tab, clientId, stored);
        }

        @Override
        protected Optional<SubmissionKey> acknowledgedBy(CommittedChange change) {
            return current()
                    .submission()
                    .filter(sent -> sent.delta().equals(change.delta()))
                    .map(sent -> new SubmissionKey(clientId(), sent.seq()));
        }
    }

    /** Takes several changes as one (against O4). */
    static final class SquashedCatchUp extends BuggySession {
        SquashedCatchUp(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
            super(world, tab, clientId, stored);
        }

        @Override
        protected void takeIn(List<CommittedChange> changes) {
            List<CommittedChange> missed = changes.stream()
                    .filter(change -> change.revision() > current().revision())
                    .toList();
            boolean follows =
                    missed.size() > 1 && missed.get(0).revision() == current().revision() + 1;
            super.takeIn(follows ? squashed(missed) : changes);
        }

        /** Between two of its own changes, the last foreign one does what all of them do, the others nothing. */
        private List<CommittedChange> squashed(List<CommittedChange> changes) {
            List<CommittedChange> squashed = new ArrayList<>();
            Delta sum = Delta.EMPTY;
            for (int i = 0; i < changes.size(); i++) {
                CommittedChange change = changes.get(i);
                if (acknowledgedBy(change).isPresent()) {
                    squashed.add(change);
                    continue;
                }
                sum = sum.compose(change.delta());
                boolean isLast = i == changes.size() - 1
                        || acknowledgedBy(changes.get(i + 1)).isPresent();
                squashed.add(Changes.as(change.revision(), isLast ? sum : Delta.EMPTY, change));
                sum = isLast ? Delta.EMPTY : sum;
            }
            return squashed;
        }
    }
}
