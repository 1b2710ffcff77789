package org.collab.collaboration.entity;

import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.ot.Delta;

/**
 * An edit as a client sent it, not yet sequenced.
 *
 * @param seq the client's own counter, from 1; (document, client, seq) is committed at most once
 * @param baseRevision the revision that the delta applies to
 * @param writer who is signed in on the connection that sent it, and in which session
 * @param renewal whether the sender has been told that this seq was rejected, and uses it for a new edit; a copy of the
 *     rejected one that another node may still hold is not meant
 */
public record Submission(UUID clientId, long seq, long baseRevision, Delta delta, Writer writer, boolean renewal) {

    /** The usual case: a seq that was not rejected before, as far as the sender knows. */
    public Submission(UUID clientId, long seq, long baseRevision, Delta delta, Writer writer) {
        this(clientId, seq, baseRevision, delta, writer, false);
    }

    public UUID authorId() {
        return writer.userId();
    }
}
