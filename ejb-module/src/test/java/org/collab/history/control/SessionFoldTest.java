package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.control.SessionFold.Rules;
import org.collab.history.entity.WorkSession;
import org.junit.jupiter.api.Test;

class SessionFoldTest {
    private static final long SEED = Long.getLong("sessions.seed", System.nanoTime());
    private static final Rules RULES = new Rules(Duration.ofSeconds(80), 40);

    @Test
    void sessions_cover_the_history_without_gaps_and_end_at_pauses_or_when_full() {
        RandomHistory history = new RandomHistory(SEED, 800, 3, 6);
        List<WorkSession> sessions = fold(history.changes, Optional.empty());
        long next = 1;
        for (WorkSession session : sessions) {
            assertThat(session.firstRevision()).isEqualTo(next);
            assertThat(session.changes()).isBetween(1L, 40L);
            for (long revision = session.firstRevision() + 1; revision <= session.lastRevision(); revision++) {
                assertThat(pause(history, revision)).as("seed %d", SEED).isLessThan(Duration.ofSeconds(80));
            }
            next = session.lastRevision() + 1;
            boolean ends = session.changes() == 40
                    || next > 800
                    || pause(history, next).compareTo(Duration.ofSeconds(80)) >= 0;
            assertThat(ends).as("seed %d", SEED).isTrue();
        }
        assertThat(next).isEqualTo(801);
    }

    @Test
    void authors_are_told_with_what_they_have_put_in_and_taken_out() {
        RandomHistory history = new RandomHistory(SEED, 300, 3, 6);
        long units = 1;
        for (WorkSession session : fold(history.changes, Optional.empty())) {
            units += session.people().values().stream()
                    .mapToLong(tally -> tally.inserted() - tally.deleted())
                    .sum();
            assertThat(session.people().values().stream()
                            .mapToLong(tally -> tally.changes())
                            .sum())
                    .isEqualTo(session.changes());
            assertThat(units)
                    .as("seed %d", SEED)
                    .isEqualTo(history.texts.get((int) session.lastRevision()).length());
        }
    }

    @Test
    void going_on_from_kept_sessions_gives_the_same_as_starting_anew() {
        RandomHistory history = new RandomHistory(SEED, 500, 3, 6);
        List<WorkSession> whole = fold(history.changes, Optional.empty());
        for (int cut = 1; cut < 500; cut += 37) {
            List<WorkSession> first = fold(history.changes.subList(0, cut), Optional.empty());
            WorkSession last = first.get(first.size() - 1);
            List<WorkSession> both = new ArrayList<>(first.subList(0, first.size() - 1));
            both.addAll(fold(history.changes.subList(cut, 500), Optional.of(last)));
            assertThat(both).as("seed %d, cut at %d", SEED, cut).isEqualTo(whole);
        }
    }

    private static Duration pause(RandomHistory history, long revision) {
        return Duration.between(
                history.changes.get((int) revision - 2).at(),
                history.changes.get((int) revision - 1).at());
    }

    private static List<WorkSession> fold(List<CommittedChange> changes, Optional<WorkSession> open) {
        SessionFold fold = new SessionFold(RULES, open);
        changes.forEach(fold::add);
        return fold.sessions();
    }
}
