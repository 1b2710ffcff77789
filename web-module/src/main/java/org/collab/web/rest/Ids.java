package org.collab.web.rest;

import java.util.UUID;
import org.collab.error.CollabException;

/** Reads ids from outside: UUIDs in canonical lower case. Another spelling names nothing. */
public final class Ids {
    private Ids() {}

    /** @throws CollabException {@code not-found}, as for an id that does not exist */
    public static UUID of(String text, String what) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: no such id
        }
        throw CollabException.notFound(what);
    }
}
