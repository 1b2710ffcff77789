package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.entity.Passage;
import org.collab.history.entity.Passage.Kind;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;
import org.junit.jupiter.api.Test;

class DifferenceFoldTest {
    private static final long SEED = Long.getLong("difference.seed", System.nanoTime());
    private static final int ROUNDS = 60;

    @Test
    void what_stands_is_the_later_revision_and_what_stood_the_earlier_one() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 120, 3, 6);
            List<Passage> passages = fold(history, 40);
            Delta later = Delta.of(passages.stream()
                    .filter(passage -> passage.kind() != Kind.REMOVED)
                    .map(Passage::content)
                    .toList());
            assertThat(later).as("seed %d", seed).isEqualTo(history.head().toDelta());
            String earlier = passages.stream()
                    .filter(passage -> passage.kind() != Kind.ADDED)
                    .map(passage -> ((Op.Insert) passage.content()).text())
                    .collect(Collectors.joining());
            assertThat(earlier)
                    .as("seed %d", seed)
                    .isEqualTo(text(history.texts.get(40).toDelta()));
        }
    }

    @Test
    void each_character_is_told_with_who_put_it_in_or_took_it_out() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 120, 3, 6);
            CellOracle oracle = new CellOracle(text(history.texts.get(40).toDelta()));
            history.changes.subList(40, 120).forEach(oracle::add);
            Map<String, Long> expected = new TreeMap<>();
            for (CellOracle.Cell cell : oracle.cells) {
                UUID writer = cell.writtenBy;
                UUID remover = cell.removedBy;
                if (writer != null && remover == null) {
                    count(expected, cell.character, Kind.ADDED, writer);
                } else if (writer == null && remover != null) {
                    count(expected, cell.character, Kind.REMOVED, remover);
                }
            }
            Map<String, Long> told = new TreeMap<>();
            for (Passage passage : fold(history, 40)) {
                if (passage.kind() == Kind.ADDED || passage.kind() == Kind.REMOVED) {
                    for (char c : ((Op.Insert) passage.content()).text().toCharArray()) {
                        count(told, c, passage.kind(), passage.userId().orElseThrow());
                    }
                }
            }
            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void what_was_added_and_removed_again_leaves_no_trace() {
        RandomHistory history = new RandomHistory(1, 0, 2, 6);
        history.add(history.people.get(0), Delta.builder().insert("secret").build());
        history.add(history.people.get(1), Delta.builder().delete(6).build());
        assertThat(fold(history, 0)).containsExactly(Passage.kept(new Op.Insert("\n", org.collab.ot.Attributes.EMPTY)));
    }

    @Test
    void a_comparison_of_contents_names_the_authors_of_additions() {
        RandomHistory history = new RandomHistory(SEED, 200, 3, 6);
        Delta before = history.texts.get(50).toDelta();
        DifferenceFold compared = new DifferenceFold(before, EmbedHandlers.NONE);
        compared.add(before.diff(history.head().toDelta()));
        Authorship authors = Authorship.start();
        history.changes.forEach(authors::add);
        int at = 0;
        for (Passage passage : compared.passages(authors.stretches())) {
            if (passage.kind() == Kind.ADDED) {
                assertThat(passage.userId()).as("seed %d", SEED).contains(author(authors, at));
            }
            at += passage.kind() == Kind.REMOVED ? 0 : passage.content().length();
        }
        assertThat(at).isEqualTo(history.head().length());
    }

    private static UUID author(Authorship authors, int at) {
        int end = 0;
        for (var stretch : authors.stretches()) {
            end += stretch.length();
            if (at < end) {
                return stretch.userId();
            }
        }
        throw new AssertionError("no character " + at);
    }

    private static void count(Map<String, Long> counts, char c, Kind kind, UUID userId) {
        counts.merge(c + " " + kind + " " + userId, 1L, Long::sum);
    }

    private static List<Passage> fold(RandomHistory history, int from) {
        DifferenceFold fold = new DifferenceFold(history.texts.get(from).toDelta(), EmbedHandlers.NONE);
        for (CommittedChange change : history.changes.subList(from, history.changes.size())) {
            fold.add(change);
        }
        return fold.passages();
    }

    private static String text(Delta document) {
        return document.ops().stream().map(op -> ((Op.Insert) op).text()).collect(Collectors.joining());
    }
}
