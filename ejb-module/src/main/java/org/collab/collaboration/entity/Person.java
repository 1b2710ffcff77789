package org.collab.collaboration.entity;

import java.util.UUID;

/**
 * Who is in a live document, as the others see it.
 *
 * @param color {@code #rrggbb}
 */
public record Person(UUID clientId, UUID userId, String displayName, String color) {}
