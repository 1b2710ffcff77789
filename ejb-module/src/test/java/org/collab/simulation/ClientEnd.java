package org.collab.simulation;

import org.collab.collaboration.entity.ServerMessage;

/** Who holds the client's end of a connection. */
interface ClientEnd {
    void received(Connection connection, ServerMessage message);

    /** The connection has ended, by the server or on the way. */
    void lost(Connection connection);
}
