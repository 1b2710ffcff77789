package org.collab.ot.client;

import org.collab.ot.Delta;

/**
 * An edit as sent to the server, not yet sequenced.
 *
 * @param seq the client's submission counter, from 1; the server commits each at most once
 * @param baseRevision the revision that {@code delta} is to be made to
 */
public record Submission(long seq, long baseRevision, Delta delta) {}
