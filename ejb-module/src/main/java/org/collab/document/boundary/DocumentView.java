package org.collab.document.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.document.entity.Author;
import org.collab.document.entity.DocumentRow;

/**
 * A document as one user sees it.
 *
 * @param head the newest revision
 * @param updatedAt when the newest change was committed
 * @param role the caller's role
 * @param updatedBy who made the newest change
 * @param present who is in it on this node now
 * @param favourite whether the caller has marked it
 * @param deletedAt since when it is in the trash
 */
public record DocumentView(
        UUID id,
        UUID roomId,
        String roomName,
        String title,
        String kind,
        long head,
        Instant createdAt,
        Instant updatedAt,
        Role role,
        Optional<Author> updatedBy,
        List<Author> present,
        boolean favourite,
        Optional<Instant> deletedAt) {
    static DocumentView of(DocumentRow row, List<Author> present) {
        return new DocumentView(
                row.id(),
                row.roomId(),
                row.roomName(),
                row.title(),
                row.kind(),
                row.head(),
                row.createdAt(),
                row.updatedAt(),
                row.role(),
                row.updatedBy(),
                List.copyOf(present),
                row.favourite(),
                row.deletedAt());
    }
}
