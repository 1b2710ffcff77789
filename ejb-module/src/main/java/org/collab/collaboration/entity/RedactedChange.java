package org.collab.collaboration.entity;

/**
 * A change of which text was taken out.
 *
 * @param original its hash in the chain, which later changes build on
 * @param replacement the hash that it would have with what stands there now
 */
public record RedactedChange(long revision, ChangeHash original, ChangeHash replacement) {}
