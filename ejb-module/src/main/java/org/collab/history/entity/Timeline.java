package org.collab.history.entity;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of what has happened in a document, the last first.
 *
 * @param total how many sessions there are of those that were asked for
 * @param next what to give as {@code before} for the next page; empty at the end
 */
public record Timeline(long head, List<Entry> entries, long total, OptionalLong next, List<Author> people) {
    public Timeline {
        entries = List.copyOf(entries);
        people = List.copyOf(people);
    }

    /** A session, with the names that its revisions have, the newest first. */
    public record Entry(WorkSession session, List<NamedVersion> versions) {
        public Entry {
            versions = List.copyOf(versions);
        }
    }
}
