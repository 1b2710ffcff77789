package org.collab.web.operations;

import java.util.Map;
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

    /** Documents in this node's memory. */
    int getDocuments();

    /** Editors connected to each document, by its id. */
    Map<String, Integer> getConnectionsByDocument();

    /** Editors that each user has connected, by the user's id. */
    Map<String, Integer> getConnectionsByUser();

    /** Whether this node goes away and takes no new editors. */
    boolean isDraining();

    /**
     * Sends every editor away with {@code drain} and close code 1012, and takes no new ones. Returns when the connections
     * have ended, or after three seconds.
     *
     * @return how many connections are still open
     */
    int drain();
}
