package org.collab.access.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts: a user, and the session in which the user has signed in. When the session ends, so does what the user may do
 * in it.
 *
 * @param sessionId empty where no session of ours stands behind it: the application itself, or a token of the company's
 *     sign-in
 */
public record Writer(UUID userId, Optional<UUID> sessionId) {
    public static Writer of(UUID userId) {
        return new Writer(userId, Optional.empty());
    }

    public static Writer of(UUID userId, UUID sessionId) {
        return new Writer(userId, Optional.of(sessionId));
    }
}
