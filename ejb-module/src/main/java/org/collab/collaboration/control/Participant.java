package org.collab.collaboration.control;

import org.collab.access.entity.Role;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.error.ErrorCode;

/**
 * One connection in a live document. Implementations never block and never throw: a connection that cannot take a
 * message ends itself. Calls for one participant come one after the other, in the order of the stream.
 */
public interface Participant {
    Person person();

    /** The role at the time of the handshake; the right to write is checked again at each commit. */
    Role role();

    void send(ServerMessage message);

    /** Tells the reason, then closes the connection for good. */
    void close(ErrorCode code, String message);
}
