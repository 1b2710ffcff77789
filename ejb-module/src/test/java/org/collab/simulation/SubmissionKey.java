package org.collab.simulation;

import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;

/** A submission's identity in a document (E4). */
record SubmissionKey(UUID clientId, long seq) {
    static SubmissionKey of(CommittedChange change) {
        return new SubmissionKey(change.clientId(), change.seq());
    }
}
