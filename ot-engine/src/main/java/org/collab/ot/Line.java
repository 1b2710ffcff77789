package org.collab.ot;

/**
 * One line of a document.
 *
 * @param contents what stands in the line, without its newline
 * @param attributes the newline's attributes, which format the line; empty where the document ends
 *     without one
 * @param index the line's number from 0
 */
public record Line(Delta contents, Attributes attributes, int index) {}
