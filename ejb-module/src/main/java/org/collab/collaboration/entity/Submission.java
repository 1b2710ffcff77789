package org.collab.collaboration.entity;

import java.util.UUID;
import org.collab.ot.Delta;

/**
 * An edit as a client sent it, not yet sequenced.
 *
 * @param seq the client's own counter, from 1; (document, client, seq) is committed at most once
 * @param baseRevision the revision that the delta applies to
 * @param authorId who is signed in on the connection that sent it
 */
public record Submission(UUID clientId, long seq, long baseRevision, Delta delta, UUID authorId) {}
