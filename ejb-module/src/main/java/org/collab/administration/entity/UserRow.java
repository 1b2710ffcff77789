package org.collab.administration.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A user as administrators see one.
 *
 * @param kind {@code member}, {@code guest} or {@code erased}
 * @param usedAt when a session of the user's was used last
 * @param sessions how many the user could go on with
 */
public record UserRow(
        UUID id,
        Optional<String> email,
        String displayName,
        String color,
        String kind,
        boolean administrator,
        boolean suspended,
        boolean held,
        Instant createdAt,
        Optional<Instant> usedAt,
        long sessions) {}
