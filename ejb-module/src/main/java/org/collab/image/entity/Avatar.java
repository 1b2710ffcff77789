package org.collab.image.entity;

import java.util.UUID;

/**
 * A person's picture.
 *
 * @param version another one with each picture
 */
public record Avatar(UUID version, Picture picture) {}
