package org.collab.administration.entity;

import java.util.Optional;
import java.util.UUID;
import org.collab.identity.entity.SessionView;

/** A session as administrators see it among all others. */
public record SessionRow(UUID userId, String userName, Optional<String> email, SessionView session) {}
