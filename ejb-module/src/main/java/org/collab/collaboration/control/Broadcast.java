package org.collab.collaboration.control;

import java.util.Optional;
import java.util.function.Function;
import org.collab.collaboration.entity.ServerMessage;

/** A message for many: it is spelled once, for everybody. Not thread-safe; it lives within one turn of a mailbox. */
public final class Broadcast {
    private final ServerMessage message;
    private Optional<String> spelled = Optional.empty();

    Broadcast(ServerMessage message) {
        this.message = message;
    }

    public ServerMessage message() {
        return message;
    }

    /** @param speller the same for everybody */
    public String spelled(Function<ServerMessage, String> speller) {
        if (spelled.isEmpty()) {
            spelled = Optional.of(speller.apply(message));
        }
        return spelled.get();
    }
}
