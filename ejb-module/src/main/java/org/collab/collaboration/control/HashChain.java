package org.collab.collaboration.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;

/**
 * The chain over a document's changes: whoever alters, removes or adds a change of the past has to alter every hash
 * after it. Each hash is SHA-256 over, in this order and big-endian: the previous hash (32 bytes), document id (16),
 * revision (8), client id (16), seq (8), author id (16), base revision (8), time in microseconds since 1970 (8), and the
 * delta's JSON in UTF-8.
 */
public final class HashChain {
    private HashChain() {}

    /** The hash that a change has after another's, whatever it says of itself. */
    public static ChangeHash next(ChangeHash previous, UUID documentId, CommittedChange change) {
        return next(
                previous,
                documentId,
                change.revision(),
                change.clientId(),
                change.seq(),
                change.userId(),
                change.baseRevision(),
                change.at(),
                change.deltaJson());
    }

    public static ChangeHash next(
            ChangeHash previous,
            UUID documentId,
            long revision,
            UUID clientId,
            long seq,
            UUID authorId,
            long baseRevision,
            Instant at,
            String deltaJson) {
        ByteBuffer fields = ByteBuffer.allocate(112);
        fields.put(previous.bytes());
        put(fields, documentId);
        fields.putLong(revision);
        put(fields, clientId);
        fields.putLong(seq);
        put(fields, authorId);
        fields.putLong(baseRevision);
        fields.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        MessageDigest sha256 = sha256();
        sha256.update(fields.flip());
        return new ChangeHash(sha256.digest(deltaJson.getBytes(StandardCharsets.UTF_8)));
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
