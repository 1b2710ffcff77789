package org.collab.history.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.ot.Op;

/**
 * A part of a difference between two revisions.
 *
 * @param content what stands, or stood, there: text or an embed
 * @param userId who has done this; empty where it was kept, and where it is not known any more
 * @param at when, or the epoch where {@code userId} is empty
 */
public record Passage(Op content, Kind kind, Optional<UUID> userId, Instant at) {
    /** What has become of it. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED,
        FORMATTED
    }

    public static Passage kept(Op content) {
        return new Passage(content, Kind.KEPT, Optional.empty(), Instant.EPOCH);
    }
}
