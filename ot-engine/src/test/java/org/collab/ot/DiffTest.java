package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static void check(String from, String to, String expected) {
        assertThat(delta(from).diff(delta(to))).isEqualTo(delta(expected));
        Laws.difference(delta(from), delta(to));
        Laws.difference(delta(to), delta(from));
    }

    @Test
    void insert() {
        check("[{'insert':'A'}]", "[{'insert':'AB'}]", "[{'retain':1},{'insert':'B'}]");
    }

    @Test
    void delete() {
        check("[{'insert':'AB'}]", "[{'insert':'A'}]", "[{'retain':1},{'delete':1}]");
    }

    @Test
    void equal_documents() {
        check("[{'insert':'A','attributes':{'bold':true}}]", "[{'insert':'A','attributes':{'bold':true}}]", "[]");
    }

    @Test
    void format_only() {
        check(
                "[{'insert':'AB','attributes':{'bold':true}}]",
                "[{'insert':'A','attributes':{'bold':true}},{'insert':'B','attributes':{'color':'red'}}]",
                "[{'retain':1},{'retain':1,'attributes':{'bold':null,'color':'red'}}]");
    }

    @Test
    void embeds_are_compared_by_type_and_value() {
        check("[{'insert':{'image':'a'}}]", "[{'insert':{'image':'a'}}]", "[]");
        check("[{'insert':{'image':'a'}}]", "[{'insert':{'image':'b'}}]", "[{'insert':{'image':'b'}},{'delete':1}]");
        check("[{'insert':{'image':'a'}}]", "[{'insert':{'video':'a'}}]", "[{'insert':{'video':'a'}},{'delete':1}]");
        check("[{'insert':{'image':'a'}}]", "[{'insert':'\ufffc'}]", "[{'insert':'\ufffc'},{'delete':1}]");
    }

    @Test
    void embed_with_another_format() {
        check(
                "[{'insert':{'image':'a'}}]",
                "[{'insert':{'image':'a'},'attributes':{'width':3}}]",
                "[{'retain':1,'attributes':{'width':3}}]");
    }

    @Test
    void surrogate_pairs_are_never_split() {
        check("[{'insert':'😀'}]", "[{'insert':'😁'}]", "[{'insert':'😁'},{'delete':2}]");
    }

    @Test
    void half_surrogate_pairs_do_no_harm() {
        check("[{'insert':'a\\ud83d'}]", "[{'insert':'a\\ude00\\ud83d'}]", "[{'retain':1},{'insert':'\\ude00'}]");
        Laws.difference(
                delta("[{'insert':'\\ud83d'},{'insert':'\\ude00','attributes':{'bold':true}}]"),
                delta("[{'insert':'\\ude00'}]"));
    }

    @Test
    void is_as_short_as_can_be_on_short_texts() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            String from = word(random);
            String to = word(random);
            Delta diff = Delta.builder()
                    .insert(from + "|")
                    .build()
                    .diff(Delta.builder().insert(to + "|").build());
            int changed = diff.ops().stream()
                    .filter(op -> !(op instanceof Op.Retain))
                    .mapToInt(Op::length)
                    .sum();
            assertThat(changed).as("%s to %s", from, to).isEqualTo(from.length() + to.length() - 2 * common(from, to));
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** The longest common subsequence's length, by the book. */
    private static int common(String a, String b) {
        int[][] best = new int[a.length() + 1][b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                best[i][j] = a.charAt(i - 1) == b.charAt(j - 1)
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.length()][b.length()];
    }

    @Test
    void long_texts_with_nothing_in_common_are_replaced_in_bounded_time() {
        Delta from = Delta.builder().insert("ab".repeat(30_000)).build();
        Delta to = Delta.builder().insert("cd".repeat(30_000)).build();
        assertThat(from.diff(to).changeLength()).isZero();
        Laws.difference(from, to);
    }

    @Test
    void long_repetitive_texts_are_compared_in_bounded_time() {
        Delta from = Delta.builder().insert("ab".repeat(100_000)).build();
        Delta to = Delta.builder().insert("aab".repeat(60_000)).build();
        Laws.difference(from, to);
        assertThat(from.diff(to).changeLength()).isEqualTo(-20_000);
    }

    @Test
    void long_texts_with_few_changes() {
        String text = "the quick brown fox ".repeat(20_000);
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < 50; i++) {
            changed.replace(i * 7_000, i * 7_000 + 3, "CHANGED");
        }
        Delta diff = Delta.builder()
                .insert(text)
                .build()
                .diff(Delta.builder().insert(changed.toString()).build());
        assertThat(diff.changeLength()).isEqualTo(50 * 4);
        assertThat(diff.length()).isLessThan(text.length() + 50 * 7 + 1);
    }

    @Test
    void edits_are_refused() {
        assertThatThrownBy(() -> delta("[{'retain':1}]").diff(Delta.EMPTY))
                .hasMessage("diff needs two documents, was given an edit");
        assertThatThrownBy(() -> Delta.EMPTY.diff(delta("[{'delete':1}]"))).isInstanceOf(InvalidDeltaException.class);
    }
}
