package org.collab.history.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Consecutive characters by one author.
 *
 * @param length UTF-16 code units
 * @param at when they were written, to the minute: what is finer would make a stretch of every keystroke
 */
public record Stretch(int length, UUID userId, Instant at) {
    public Stretch {
        at = at.truncatedTo(ChronoUnit.MINUTES);
    }
}
