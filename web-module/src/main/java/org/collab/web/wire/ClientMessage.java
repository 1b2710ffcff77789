package org.collab.web.wire;

import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.ot.Delta;
import org.collab.ot.InvalidDeltaException;

/** Everything that a client says over a WebSocket, as far as its shape is right. */
public sealed interface ClientMessage {
    /** The first message (O3). */
    record Open(Hello hello) implements ClientMessage {}

    /** An edit (E1). */
    record Submit(long seq, long baseRevision, Delta delta) implements ClientMessage {}

    /** An edit whose delta nobody could apply; it is rejected and the connection goes on (E6, I7). */
    record BadSubmit(long seq, InvalidDeltaException problem) implements ClientMessage {}

    /** The client is at rest, and its contents have this hash (E10). */
    record Hash(long revision, String hash) implements ClientMessage {}

    /** Where the caret is, and whether its owner is active (P1, P2). */
    record MoveCursor(long revision, Optional<CursorRange> range, Activity activity) implements ClientMessage {}

    /** I am still here (L1). */
    record Ping(long sentAt) implements ClientMessage {}

    /** The version of the protocol and the client's id are checked when a hello is read. */
    static UUID clientId(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("a UUID is written in canonical lower case, was " + text);
        }
        return id;
    }
}
