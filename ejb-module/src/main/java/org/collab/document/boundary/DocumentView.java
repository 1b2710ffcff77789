package org.collab.document.boundary;

import java.time.Instant;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.document.entity.Document;

/**
 * A document as one user sees it.
 *
 * @param head the newest revision
 * @param updatedAt when the newest change was committed
 * @param role the caller's role
 */
public record DocumentView(UUID id, UUID roomId, String title, String kind, long head, Instant updatedAt, Role role) {
    static DocumentView of(Document document, Role role) {
        return new DocumentView(
                document.id(),
                document.roomId(),
                document.title(),
                document.kind(),
                document.headRevision(),
                document.updatedAt(),
                role);
    }
}
