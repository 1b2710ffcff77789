package org.collab.web.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * What stays of what was taken out of a history.
 *
 * @param pictures what has become of pictures; told only to whoever takes them out
 */
public record RedactionJson(
        UUID id,
        long revision,
        UUID userId,
        Instant at,
        String reason,
        long units,
        int changes,
        @Nullable List<TakenPictureJson> pictures) {
    static RedactionJson of(Redaction redaction, @Nullable List<TakenPictureJson> pictures) {
        return new RedactionJson(
                redaction.id(),
                redaction.revision(),
                redaction.authorId(),
                redaction.at(),
                redaction.reason(),
                redaction.units(),
                redaction.changes().size(),
                pictures);
    }
}
