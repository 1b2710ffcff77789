package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;
import org.collab.ot.Priority;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class SelectiveUndoTest {
    private static final long SEED = Long.getLong("undo.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("undo.rounds", 300);
    private static final UUID UNDOER = new UUID(9, 9);

    @Test
    void others_characters_are_never_removed_and_only_what_was_removed_comes_back() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 60, 3, 5);
            UUID who = history.people.get(0);
            long from = 10 + seed % 7;
            long to = from + 25;
            SelectiveUndo undo = undo(
                    history,
                    0,
                    change -> change.userId().equals(who) && change.revision() >= from && change.revision() <= to);
            CellOracle oracle = new CellOracle("\n");
            history.changes.forEach(oracle::add);
            List<CellOracle.Cell> stood = oracle.standing();
            oracle.add(change(history, undo.undo()));
            for (CellOracle.Cell cell : stood) {
                if (cell.removedBy != null) {
                    assertThat(cell.writtenBy).as("seed %d", seed).isEqualTo(who);
                }
            }
            List<Character> rest = new ArrayList<>(oracle.removedBy(who));
            assertThat(oracle.standingBy(UNDOER)).as("seed %d", seed).allMatch(rest::remove);
            history.head().apply(undo.undo());
        }
    }

    @Test
    void what_nobody_has_written_after_is_taken_back_exactly() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 40, 1, 6);
            SelectiveUndo undo = undo(history, 15, change -> true);
            assertThat(history.head().apply(undo.undo())).as("seed %d", seed).isEqualTo(history.texts.get(15));
            assertThat(undo.undone()).isEqualTo(25);
        }
    }

    @Test
    void what_was_taken_back_leaves_nothing_until_it_is_done_again() {
        int told = 0;
        Delta later = Delta.builder().insert("later").build();
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 40, 3, 5);
            UUID who = history.people.get(0);
            Predicate<CommittedChange> chosen = change -> change.userId().equals(who) && change.revision() <= 30;
            Delta edit = undo(history, 0, chosen).undo();
            if (edit.isEmpty()) {
                continue;
            }
            told++;
            Delta back = edit.invert(history.head().toDelta());
            history.add(UNDOER, edit);
            RichText without = history.head().apply(later);
            history.add(history.people.get(1), later);
            assertThat(undo(history, 0, chosen).undo().isEmpty())
                    .as("seed %d", seed)
                    .isTrue();

            history.add(UNDOER, later.transform(back, Priority.THIS_FIRST));
            assertThat(history.head().apply(undo(history, 0, chosen).undo()))
                    .as("seed %d", seed)
                    .isEqualTo(without);
        }
        assertThat(told).isPositive();
    }

    @Test
    void what_others_have_removed_meanwhile_leaves_nothing_to_undo() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        history.add(history.people.get(0), Delta.builder().insert("typo").build());
        history.add(history.people.get(1), Delta.builder().delete(4).build());
        SelectiveUndo undo = undo(history, 0, change -> change.userId().equals(history.people.get(0)));
        assertThat(undo.undo().isEmpty()).isTrue();
        assertThat(undo.undone()).isEqualTo(1);
    }

    @Test
    void what_was_removed_comes_back_among_later_edits() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        UUID ben = history.people.get(1);
        history.add(ben, Delta.builder().insert("one two three").build());
        history.add(ana, Delta.builder().retain(4).delete(4).build());
        history.add(ben, Delta.builder().insert("zero ").build());
        SelectiveUndo undo = undo(history, 0, change -> change.userId().equals(ana));
        assertThat(history.head().apply(undo.undo()).toDelta().ops().get(0))
                .isEqualTo(new Op.Insert("zero one two three\n", org.collab.ot.Attributes.EMPTY));
    }

    @Test
    void a_document_keeps_its_last_newline() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        history.add(ana, Delta.builder().insert("a\n").build());
        history.add(
                history.people.get(1),
                Delta.builder().retain(1).retain(1).delete(1).build());
        SelectiveUndo undo = undo(history, 0, change -> change.userId().equals(ana));
        assertThat(history.head().apply(undo.undo()).toDelta().ops())
                .containsExactly(new Op.Insert("\n", org.collab.ot.Attributes.EMPTY));
    }

    private static SelectiveUndo undo(RandomHistory history, int from, Predicate<CommittedChange> chosen) {
        SelectiveUndo undo = new SelectiveUndo(history.texts.get(from), EmbedHandlers.NONE, chosen);
        history.changes.subList(from, history.changes.size()).forEach(undo::add);
        assertThat(undo.text()).isEqualTo(history.head());
        return undo;
    }

    private static CommittedChange change(RandomHistory history, Delta delta) {
        long revision = history.changes.size() + 1L;
        return new CommittedChange(
                revision,
                UNDOER,
                1,
                UNDOER,
                revision - 1,
                Instant.now(),
                delta,
                DeltaJson.write(delta),
                ChangeHash.GENESIS);
    }
}
