package org.collab.audit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it stands in the log.
 *
 * @param number 1, 2, ... without gaps
 * @param action its code; a string, because an older version may know fewer actions than the log
 * @param details a JSON object with its names in order and without white space
 */
public record AuditRecord(
        long number,
        Instant at,
        Optional<UUID> actor,
        Optional<String> address,
        Optional<UUID> session,
        String action,
        Optional<AuditEvent.Subject> subject,
        String details,
        Seal previous,
        Seal hash) {}
