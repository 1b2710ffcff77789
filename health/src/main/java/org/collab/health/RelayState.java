package org.collab.health;

/**
 * How this node stands with the others. It serves without them too, only slower, so nothing here makes it unready.
 *
 * @param carried whether the broker has carried a message of this node back to it lately
 * @param nodes other nodes heard lately
 * @param lagMillis the longest that a commit of another node's took to here in the last minutes, by the nodes' clocks; 0
 *     where none came
 */
public record RelayState(boolean carried, int nodes, long lagMillis) {}
