package org.collab.ot.client;

import org.collab.ot.Delta;

/**
 * An edit as sent to the server, not yet sequenced.
 *
 * @param seq the client's submission counter, from 1; the server commits each at most once
 * @param baseRevision the revision that {@code delta} is to be made to
 * @param isUncertain whether a resync moved it over a difference instead of over the server's changes: the
 *     server may still commit it as it was sent first, so its acknowledgement alone does not tell what was
 *     committed
 */
public record Submission(long seq, long baseRevision, Delta delta, boolean isUncertain) {

    public Submission(long seq, long baseRevision, Delta delta) {
        this(seq, baseRevision, delta, false);
    }

    Submission rebased(long revision, Delta rebased) {
        return new Submission(seq, revision, rebased, isUncertain);
    }

    Submission uncertain() {
        return new Submission(seq, baseRevision, delta, true);
    }
}
