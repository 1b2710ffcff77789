package org.collab.ot.client;

import org.collab.ot.Delta;

/**
 * The server's document, as it answers a client that cannot go on from what it has.
 *
 * @param acknowledged the highest number of this client's submissions that {@code contents} hold
 */
public record Snapshot(long revision, long acknowledged, Delta contents) {

    boolean holds(Submission submission) {
        return submission.seq() <= acknowledged;
    }
}
