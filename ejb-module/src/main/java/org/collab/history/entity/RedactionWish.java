package org.collab.history.entity;

/**
 * Text that must not stay.
 *
 * @param revision at which it stands at {@code index}
 * @param length UTF-16 code units
 */
public record RedactionWish(long revision, int index, int length, String reason) {}
