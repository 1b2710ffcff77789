package org.collab.collaboration.entity;

import java.util.Optional;

/**
 * Who is in a document on one node, and where.
 *
 * @param revision the one that {@code range} is placed in
 * @param range empty for nowhere
 */
public record Seated(Person person, Activity activity, long revision, Optional<CursorRange> range) {
    public Seated at(long newer, Optional<CursorRange> moved) {
        return new Seated(person, activity, newer, moved);
    }
}
