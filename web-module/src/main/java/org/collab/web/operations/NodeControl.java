package org.collab.web.operations;

import javax.management.MXBean;

/**
 * This node as a JMX bean, {@value #NAME}. Whoever stops a server calls {@link #drain} first, so that its editors learn
 * the reason and reconnect elsewhere.
 */
@MXBean
public interface NodeControl {
    String NAME = "org.collab:type=Node";

    /** How many editors are connected. */
    int getConnections();

    /**
     * Sends every editor away with {@code drain} and close code 1012, and takes no new ones. Returns when the connections
     * have ended, or after three seconds.
     *
     * @return how many connections are still open
     */
    int drain();
}
