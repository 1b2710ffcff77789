package org.collab.identity.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A session as its user and administrators see it.
 *
 * @param usedAt when its tokens were renewed last
 */
public record SessionView(
        UUID id,
        SignInMethod method,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        Optional<String> address,
        Optional<String> userAgent) {}
