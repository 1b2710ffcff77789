package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collab.collaboration.entity.CommittedChange;

/** The newest changes of a document, gapless up to the head, bounded. Not thread-safe. */
final class RecentChanges {
    private final int capacity;
    private final List<CommittedChange> changes = new ArrayList<>();

    RecentChanges(int capacity) {
        this.capacity = capacity;
    }

    void add(CommittedChange change) {
        changes.add(change);
        if (changes.size() > 2 * capacity) {
            changes.subList(0, changes.size() - capacity).clear();
        }
    }

    /** The changes after a revision, or empty where they reach further back than is kept. */
    Optional<List<CommittedChange>> after(long revision, long head) {
        long missing = head - revision;
        if (missing > changes.size()) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(changes.subList(changes.size() - (int) missing, changes.size())));
    }
}
