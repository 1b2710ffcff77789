package org.collab.collaboration.entity;

/**
 * What a client may send (protocol L7).
 *
 * @param messageBytes UTF-8 bytes of one message, fragments added up
 * @param documentLength UTF-16 code units
 */
public record SessionLimits(int messageBytes, int opsPerDelta, int nesting, int documentLength, int messagesPerSecond) {
    public static final SessionLimits DEFAULT = new SessionLimits(256 * 1024, 5_000, 6, 2_000_000, 40);
}
