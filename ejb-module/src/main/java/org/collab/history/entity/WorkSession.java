package org.collab.history.entity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;

/**
 * Consecutive changes without a long pause between them.
 *
 * @param people what each author has done in it, in the order in which they began
 */
public record WorkSession(
        long firstRevision, long lastRevision, Instant startedAt, Instant endedAt, Map<UUID, Tally> people) {
    public WorkSession {
        if (firstRevision < 1 || lastRevision < firstRevision) {
            throw new IllegalArgumentException(
                    "a session reaches from revision 1 or later on, was " + firstRevision + " to " + lastRevision);
        }
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }

    /** The session that a change begins. */
    public static WorkSession of(CommittedChange change) {
        return new WorkSession(
                change.revision(),
                change.revision(),
                change.at(),
                change.at(),
                Map.of(change.userId(), Tally.NONE.and(change.delta())));
    }

    public long changes() {
        return lastRevision - firstRevision + 1;
    }
}
