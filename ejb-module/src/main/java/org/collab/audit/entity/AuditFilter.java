package org.collab.audit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events are looked for; what is empty does not count.
 *
 * @param subject the id of what it was done to, or an id in the details
 * @param to the first moment that does not count
 * @param text somewhere in the details or the address
 */
public record AuditFilter(
        Optional<UUID> actor,
        Optional<String> action,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text) {
    public static final AuditFilter ALL = new AuditFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
