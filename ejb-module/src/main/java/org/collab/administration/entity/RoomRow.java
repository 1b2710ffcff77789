package org.collab.administration.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A room as administrators see one.
 *
 * @param owners the names of its owners, in one line; empty where it has none
 * @param characters of its documents' texts
 */
public record RoomRow(
        UUID id,
        String name,
        Optional<String> owners,
        long members,
        long documents,
        long characters,
        long imageBytes,
        boolean held,
        Instant createdAt,
        Optional<Instant> deletedAt) {}
