package org.collab.sharing.entity;

import java.time.Instant;
import java.util.UUID;
import org.collab.access.entity.Role;

/**
 * A role that waits for whoever signs in with the address and shows the token.
 *
 * @param email normalised, as addresses of accounts are
 */
public record Invitation(
        UUID id, Place place, String email, Role role, UUID createdBy, Instant createdAt, Instant expiresAt) {
    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }
}
