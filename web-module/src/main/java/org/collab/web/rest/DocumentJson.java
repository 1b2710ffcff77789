package org.collab.web.rest;

import java.time.Instant;
import java.util.UUID;
import org.collab.document.boundary.DocumentView;

/** A document as its readers see it in lists. */
public record DocumentJson(UUID id, UUID roomId, String title, String kind, long head, Instant updatedAt, String role) {
    static DocumentJson of(DocumentView document) {
        return new DocumentJson(
                document.id(),
                document.roomId(),
                document.title(),
                document.kind(),
                document.head(),
                document.updatedAt(),
                document.role().code());
    }
}
