package org.collab.history.entity;

import java.time.Instant;

/** A border of a part of a history. */
public sealed interface Moment {
    /** At this revision. */
    record AtRevision(long revision) implements Moment {}

    /** At this time. */
    record AtTime(Instant time) implements Moment {}
}
