package org.collab.simulation;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.collab.collaboration.entity.CommittedChange;

/** Changes that have come and whose turn has not (E8). */
final class HeldChanges {
    private final NavigableMap<Long, CommittedChange> byRevision = new TreeMap<>();

    void add(List<CommittedChange> changes) {
        changes.forEach(change -> byRevision.put(change.revision(), change));
    }

    Optional<CommittedChange> take(long revision) {
        return Optional.ofNullable(byRevision.remove(revision));
    }

    void forgetUpTo(long revision) {
        byRevision.headMap(revision, true).clear();
    }

    boolean isEmpty() {
        return byRevision.isEmpty();
    }
}
