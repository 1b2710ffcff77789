package org.collab.simulation;

import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Snapshot;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.ErrorCode;
import org.collab.simulation.Violation.Oracle;

/** Checks what the server answers against what is durable at that moment (I3, I5). */
final class Watch {
    private final World world;

    Watch(World world) {
        this.world = world;
    }

    /** Somebody is told this change. */
    void durable(CommittedChange change) {
        if (!isDurable(change)) {
            throw new Violation(Oracle.I5_DURABLE, "revision " + change.revision() + " is told and not in the log");
        }
    }

    private boolean isDurable(CommittedChange change) {
        return change.revision() <= world.durable.head()
                && world.durable.at(change.revision()).equals(change);
    }

    void answered(Submission submission, SubmitResult result) {
        world.trace.note(() -> "answer to " + Texts.of(submission) + ": " + Texts.of(result));
        if (result instanceof SubmitResult.Accepted accepted) {
            SubmissionKey key = new SubmissionKey(submission.clientId(), submission.seq());
            boolean holds = accepted.revision() <= world.durable.head()
                    && SubmissionKey.of(world.durable.at(accepted.revision())).equals(key);
            if (!holds) {
                throw new Violation(Oracle.I5_DURABLE, key + " is accepted and not in the log");
            }
        } else if (result instanceof SubmitResult.AlreadyCommitted already) {
            durable(already.original());
        }
    }

    void read(ReadResult.Found found) {
        if (found.revision() > world.durable.head()) {
            throw new Violation(Oracle.I5_DURABLE, "contents at " + found.revision() + " were read");
        }
        if (!world.durable.text(found.revision()).toDelta().equals(found.contents())) {
            throw new Violation(Oracle.I3_FOLD, "contents at " + found.revision() + " are " + found.contents());
        }
    }

    void closed(ErrorCode code, String message) {
        boolean expected =
                code == ErrorCode.REPLACED || (code == ErrorCode.INTERNAL && world.scenario.relayFailures() > 0);
        if (!expected) {
            throw new Violation(Oracle.FAILURE, "a connection was closed: " + code + ", " + message);
        }
    }

    /** A snapshot is kept. */
    void kept(Snapshot snapshot) {
        if (snapshot.revision() > world.durable.head()) {
            throw new Violation(Oracle.I5_DURABLE, "a snapshot of " + snapshot.revision() + " is kept");
        }
        boolean same = world.durable.text(snapshot.revision()).equals(snapshot.text())
                && world.durable.at(snapshot.revision()).hash().equals(snapshot.hash());
        if (!same) {
            throw new Violation(Oracle.I3_FOLD, "the snapshot of " + snapshot.revision() + " is " + snapshot.text());
        }
    }
}
