package org.collab.simulation;

import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;

/** Changes as they should not be. */
final class Changes {
    private Changes() {}

    /** A change with another revision and delta. */
    static CommittedChange as(long revision, Delta delta, CommittedChange change) {
        return new CommittedChange(
                revision,
                change.clientId(),
                change.seq(),
                change.userId(),
                change.baseRevision(),
                change.at(),
                delta,
                change.deltaJson(),
                change.hash());
    }
}
