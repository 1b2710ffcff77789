package org.collab.document.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;

/**
 * A document in a list, with everything that the database knows about it for one user.
 *
 * @param updatedBy who made the newest change, or the document where there is none
 */
public record DocumentRow(
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
        boolean favourite,
        Optional<Instant> deletedAt) {}
