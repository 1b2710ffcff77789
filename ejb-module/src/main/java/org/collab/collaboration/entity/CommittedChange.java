package org.collab.collaboration.entity;

import java.time.Instant;
import java.util.UUID;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/**
 * A change at its place in the log.
 *
 * @param revision the document's revision after this change, from 1
 * @param userId the author, as the server knows it
 * @param baseRevision the revision that the author's editor had when the edit was submitted
 * @param at the server's time of sequencing, to the microsecond
 * @param deltaJson {@code delta} as it is stored and sent
 */
public record CommittedChange(
        long revision,
        UUID clientId,
        long seq,
        UUID userId,
        long baseRevision,
        Instant at,
        Delta delta,
        String deltaJson,
        ChangeHash hash) {
    /** Another delta in its place; the hash is the one that it had, which later changes build on. */
    public CommittedChange withDelta(Delta other) {
        return new CommittedChange(
                revision, clientId, seq, userId, baseRevision, at, other, DeltaJson.write(other), hash);
    }

    /** With the hash that it has in its place in the chain. */
    public CommittedChange withHash(ChangeHash other) {
        return new CommittedChange(revision, clientId, seq, userId, baseRevision, at, delta, deltaJson, other);
    }
}
