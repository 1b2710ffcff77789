package org.collab.sharing.entity;

import java.util.Locale;
import java.util.UUID;

/** Where access is given: a room, or one of its documents. */
public record Place(Kind kind, UUID id) {
    /** What a place is. */
    public enum Kind {
        ROOM,
        DOCUMENT
    }

    public static Place room(UUID id) {
        return new Place(Kind.ROOM, id);
    }

    public static Place document(UUID id) {
        return new Place(Kind.DOCUMENT, id);
    }

    /** {@code room} or {@code document}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
