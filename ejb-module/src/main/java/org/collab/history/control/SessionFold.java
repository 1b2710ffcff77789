package org.collab.history.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.entity.Tally;
import org.collab.history.entity.WorkSession;
import org.jspecify.annotations.Nullable;

/**
 * Divides a history into sessions, change by change. What it gives depends on the changes and the rules alone, so that
 * whoever goes on from what another has folded gets the same. Not thread-safe.
 */
public final class SessionFold {
    private final Rules rules;
    private final List<WorkSession> closed = new ArrayList<>();
    private @Nullable WorkSession open;
    private final Map<UUID, Tally> people = new LinkedHashMap<>();

    /**
     * When a session ends.
     *
     * @param pause a change that comes this long after the one before begins a new session
     * @param mostChanges nor does a session have more changes than this
     */
    public record Rules(Duration pause, long mostChanges) {}

    /** @param open the session that the next change may continue */
    public SessionFold(Rules rules, Optional<WorkSession> open) {
        this.rules = rules;
        this.open = open.orElse(null);
        open.ifPresent(session -> people.putAll(session.people()));
    }

    public void add(CommittedChange change) {
        WorkSession current = open;
        if (current == null || !continues(current, change)) {
            close();
            open = WorkSession.of(change);
            people.putAll(open.people());
            return;
        }
        people.merge(change.userId(), Tally.NONE.and(change.delta()), (old, one) -> old.and(change.delta()));
        // People are put in when the session is asked for: a copy a change would be quadratic.
        open = new WorkSession(
                current.firstRevision(), change.revision(), current.startedAt(), change.at(), current.people());
    }

    private boolean continues(WorkSession session, CommittedChange change) {
        return session.changes() < rules.mostChanges()
                && Duration.between(session.endedAt(), change.at()).compareTo(rules.pause()) < 0;
    }

    private void close() {
        if (open != null) {
            closed.add(whole(open));
            people.clear();
        }
    }

    private WorkSession whole(WorkSession session) {
        return new WorkSession(
                session.firstRevision(), session.lastRevision(), session.startedAt(), session.endedAt(), people);
    }

    /** The sessions in order; the last one may go on. */
    public List<WorkSession> sessions() {
        List<WorkSession> all = new ArrayList<>(closed);
        if (open != null) {
            all.add(whole(open));
        }
        return all;
    }
}
