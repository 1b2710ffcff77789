package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;

class RestorationTest {
    private static final long SEED = Long.getLong("restore.seed", System.nanoTime());

    @Test
    void restoring_a_revision_gives_its_contents_where_nothing_came_after() {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            RandomHistory history = new RandomHistory(seed, 50, 3, 8);
            Delta then = history.texts.get((int) Math.floorMod(seed, 50L)).toDelta();
            Delta edit = Restoration.whole(history.head().toDelta(), then);
            assertThat(history.head().apply(edit).toDelta()).as("seed %d", seed).isEqualTo(then);
        }
    }

    @Test
    void restoring_a_range_puts_its_text_back_and_leaves_the_rest() {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            RandomHistory history = new RandomHistory(seed, 50, 3, 8);
            Random random = new Random(seed);
            int revision = random.nextInt(50);
            Delta then = history.texts.get(revision).toDelta();
            int index = random.nextInt(then.length());
            int length = random.nextInt(then.length() - index);
            Delta edit = Restoration.range(
                    history.head().toDelta(), then, new CursorRange(index, length), since(history, revision));
            Delta now = history.head().toDelta();
            Delta result = history.head().apply(edit).toDelta();
            assertThat(text(result)).as("seed %d", seed).contains(text(then.slice(index, index + length)));
            int start = edit.isEmpty() ? 0 : commonStart(now, result);
            int end = commonEnd(now, result, start);
            assertThat(result.length() - start - end).as("seed %d", seed).isLessThanOrEqualTo(length);
        }
    }

    @Test
    void a_range_that_was_deleted_comes_back_at_its_place() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        history.add(
                history.people.get(0), Delta.builder().insert("one two three").build());
        history.add(history.people.get(1), Delta.builder().retain(3).delete(4).build());
        history.add(history.people.get(1), Delta.builder().insert("zero ").build());
        Delta edit = Restoration.range(
                history.head().toDelta(), history.texts.get(1).toDelta(), new CursorRange(3, 4), since(history, 1));
        assertThat(text(history.head().apply(edit).toDelta())).isEqualTo("zero one two three\n");
    }

    private static List<Delta> since(RandomHistory history, int revision) {
        return history.changes.subList(revision, history.changes.size()).stream()
                .map(CommittedChange::delta)
                .toList();
    }

    private static String text(Delta document) {
        StringBuilder text = new StringBuilder();
        document.ops().forEach(op -> text.append(((org.collab.ot.Op.Insert) op).text()));
        return text.toString();
    }

    private static int commonStart(Delta a, Delta b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.slice(at, at + 1).equals(b.slice(at, at + 1))) {
            at++;
        }
        return at;
    }

    private static int commonEnd(Delta a, Delta b, int start) {
        int count = 0;
        while (count < Math.min(a.length(), b.length()) - start
                && a.slice(a.length() - count - 1, a.length() - count)
                        .equals(b.slice(b.length() - count - 1, b.length() - count))) {
            count++;
        }
        return count;
    }
}
