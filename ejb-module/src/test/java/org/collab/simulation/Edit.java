package org.collab.simulation;

import java.util.List;
import java.util.OptionalInt;

/**
 * One edit of a user's, followed until its fate is known. Markers are code points that nobody else inserts: they tell of
 * loss and doubling whatever the numbers say.
 */
final class Edit {
    /** What became of an edit. */
    sealed interface Fate {
        /** Not known yet. */
        record Waiting() implements Fate {}

        record Acknowledged(SubmissionKey submission) implements Fate {}

        /** Refused, and its text shown to the user. */
        record Rejected(SubmissionKey submission) implements Fate {}

        /** Undone, by the user or by others, before it was sent. */
        record Cancelled() implements Fate {}

        /** The tab crashed before the edit was stored; it was never sent. */
        record Lost() implements Fate {}
    }

    private final int number;
    private final OptionalInt inserted;
    private final List<Integer> deleted;
    private Fate fate = new Fate.Waiting();

    /**
     * @param inserted the marker that it inserts
     * @param deleted the markers that it deletes
     */
    Edit(int number, OptionalInt inserted, List<Integer> deleted) {
        this.number = number;
        this.inserted = inserted;
        this.deleted = List.copyOf(deleted);
    }

    OptionalInt inserted() {
        return inserted;
    }

    List<Integer> deleted() {
        return deleted;
    }

    Fate fate() {
        return fate;
    }

    void fate(Fate next) {
        fate = next;
    }

    boolean isCommitted() {
        return fate instanceof Fate.Acknowledged;
    }

    @Override
    public String toString() {
        return "edit " + number + " (" + fate + ")";
    }
}
