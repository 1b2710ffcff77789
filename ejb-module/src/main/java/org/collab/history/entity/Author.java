package org.collab.history.entity;

import java.util.UUID;

/**
 * Somebody who has written in a document.
 *
 * @param color {@code #rrggbb}
 */
public record Author(UUID userId, String displayName, String color) {}
