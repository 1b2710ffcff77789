package org.collab.collaboration.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What stays of text that was taken out of a history: who did it, when and why, how much it was, and which changes were
 * rewritten. It is bound to the log by the change at {@link #revision}, which changes nothing and whose client id is the
 * {@link #seal}: whoever alters one has to alter the other, and with it the hash of everything that came after.
 *
 * @param revision of the change that binds it; the changes that were rewritten came before
 * @param units UTF-16 code units taken out, wherever they stood
 * @param changes in the order of their revisions
 */
public record Redaction(
        UUID id,
        UUID documentId,
        long revision,
        UUID authorId,
        Instant at,
        String reason,
        long units,
        List<RedactedChange> changes) {
    public Redaction {
        at = at.truncatedTo(ChronoUnit.MICROS);
        changes = changes.stream()
                .sorted(Comparator.comparingLong(RedactedChange::revision))
                .toList();
    }

    /** The first 16 bytes of SHA-256 over the redaction's canonical text, as a UUID. */
    public UUID seal() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
            ByteBuffer first = ByteBuffer.wrap(digest);
            return new UUID(first.getLong(), first.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One field a line; the reason, which may have lines of its own, comes last behind its length. */
    private String canonical() {
        StringBuilder text = new StringBuilder("collab redaction 1\n");
        text.append(documentId)
                .append('\n')
                .append(id)
                .append('\n')
                .append(authorId)
                .append('\n');
        text.append(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .append('\n')
                .append(units)
                .append('\n');
        for (RedactedChange change : changes) {
            text.append(change.revision()).append(' ').append(change.original()).append(' ');
            text.append(change.replacement()).append('\n');
        }
        return text.append(reason.length()).append('\n').append(reason).toString();
    }
}
