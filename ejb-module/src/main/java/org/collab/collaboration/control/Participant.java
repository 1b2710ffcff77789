package org.collab.collaboration.control;

import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.error.ErrorCode;

/**
 * One connection in a live document. Implementations never block and never throw: a connection that cannot take a
 * message ends itself. Calls for one participant come one after the other, in the order of the stream.
 */
public interface Participant {
    Person person();

    /** The user, and the session without which this connection has to go. */
    default Writer writer() {
        return Writer.of(person().userId());
    }

    /** The role as last told; the right to write is checked again at each commit. */
    Role role();

    /** Whether it may be sent changes that were made before it came. */
    default boolean readsHistory() {
        return true;
    }

    /** The role has changed while the connection was open (L4). */
    void changeRole(Role role);

    void send(ServerMessage message);

    /** The same for a message that others are sent too. */
    default void send(Broadcast broadcast) {
        send(broadcast.message());
    }

    /** Runs the task, once and not necessarily at once, when everything sent so far has left this node. */
    void whenSent(Runnable task);

    /** Tells the reason, then closes the connection for good. */
    void close(ErrorCode code, String message);
}
