package org.collab.document.entity;

import java.util.UUID;

/**
 * Somebody in a list of documents.
 *
 * @param color {@code #rrggbb}
 */
public record Author(UUID userId, String displayName, String color) {}
