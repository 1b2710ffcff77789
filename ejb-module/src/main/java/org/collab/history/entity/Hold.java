package org.collab.history.entity;

import java.time.Instant;
import java.util.UUID;

/** Something that must not be purged, although it is deleted. */
public record Hold(Kind kind, UUID targetId, String reason, UUID by, Instant at) {
    /** What is held: a document, all of a room's, or all in which a user has written. */
    public enum Kind {
        DOCUMENT,
        ROOM,
        USER
    }
}
