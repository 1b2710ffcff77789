package org.collab.web.rest;

import java.time.Instant;
import java.util.UUID;
import org.collab.collaboration.entity.Redaction;

/** What stays of text that was taken out of a history. */
public record RedactionJson(UUID id, long revision, UUID userId, Instant at, String reason, long units, int changes) {
    static RedactionJson of(Redaction redaction) {
        return new RedactionJson(
                redaction.id(),
                redaction.revision(),
                redaction.authorId(),
                redaction.at(),
                redaction.reason(),
                redaction.units(),
                redaction.changes().size());
    }
}
