package org.collab.search.entity;

/**
 * A part of a text that was searched for.
 *
 * @param index UTF-16 units before it
 * @param length UTF-16 units
 */
public record TextRange(int index, int length) {}
