package org.collab.audit.entity;

import java.util.Optional;

/**
 * What walking the chain has found.
 *
 * @param events how many were walked
 * @param purgedThrough the last event that retention has purged; 0 where none was
 * @param head the newest event
 * @param hash the newest event's, to be noted elsewhere: a chain that was cut off behind it does not hold it any more
 * @param firstInvalid the first event that is missing or is not what was added
 */
public record AuditVerdict(
        boolean verified, long events, long purgedThrough, long head, String hash, Optional<Long> firstInvalid) {}
