package org.collab.sharing.entity;

import java.time.Instant;
import java.util.Optional;
import org.collab.access.entity.Role;

/**
 * What a link is to be.
 *
 * @param password the new one; none for {@code ""}; empty leaves it as it is
 */
public record LinkWish(LinkScope scope, Role role, Optional<Instant> expiresAt, Optional<String> password) {}
