package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.entity.Stretch;
import org.junit.jupiter.api.Test;

class AuthorshipTest {
    private static final long SEED = Long.getLong("authorship.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("authorship.rounds", 40);

    @Test
    void every_character_has_the_author_and_the_minute_that_a_cell_for_each_character_knows() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 400, 4, 8);
            Authorship authors = Authorship.start();
            CellOracle oracle = new CellOracle("\n");
            for (CommittedChange change : history.changes) {
                authors.add(change);
                oracle.add(change);
                if (change.revision() % 50 == 0) {
                    assertThat(cells(authors.stretches())).as("seed %d", seed).isEqualTo(cells(oracle));
                }
            }
        }
    }

    @Test
    void documents_of_many_stretches_are_followed_exactly() {
        RandomHistory history = new RandomHistory(SEED, 6_000, 5, 12);
        Authorship authors = Authorship.start();
        CellOracle oracle = new CellOracle("\n");
        history.changes.forEach(authors::add);
        history.changes.forEach(oracle::add);
        assertThat(authors.stretches().size()).as("seed %d", SEED).isGreaterThan(1_000);
        assertThat(cells(authors.stretches())).as("seed %d", SEED).isEqualTo(cells(oracle));
    }

    @Test
    void stored_stretches_go_on_as_if_they_had_never_been_stored() {
        RandomHistory history = new RandomHistory(SEED, 300, 3, 8);
        Authorship whole = Authorship.start();
        history.changes.forEach(whole::add);
        Authorship first = Authorship.start();
        history.changes.subList(0, 120).forEach(first::add);
        Authorship stored = Authorship.of(120, StretchCodec.decode(StretchCodec.encode(first.stretches())));
        history.changes.subList(120, 300).forEach(stored::add);
        assertThat(stored.stretches()).as("seed %d", SEED).isEqualTo(whole.stretches());
    }

    private static List<String> cells(List<Stretch> stretches) {
        List<String> cells = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (int i = 0; i < stretch.length(); i++) {
                cells.add(cell(stretch.userId(), stretch.at()));
            }
        }
        return cells;
    }

    private static List<String> cells(CellOracle oracle) {
        return oracle.standing().stream()
                .map(cell -> cell(cell.writtenBy == null ? Authorship.NOBODY : cell.writtenBy, cell.writtenAt))
                .toList();
    }

    private static String cell(UUID author, Instant at) {
        return author + " " + at.truncatedTo(ChronoUnit.MINUTES);
    }
}
