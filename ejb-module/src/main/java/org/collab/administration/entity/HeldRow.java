package org.collab.administration.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold as administrators see one.
 *
 * @param kind {@code document}, {@code room} or {@code user}
 * @param name of what is held
 */
public record HeldRow(String kind, UUID targetId, String name, String reason, String placedBy, Instant placedAt) {}
