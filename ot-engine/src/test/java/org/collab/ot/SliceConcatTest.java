package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collab.ot.Deltas.delta;

import org.junit.jupiter.api.Test;

class SliceConcatTest {

    private static final Delta TEXT = delta("[{'insert':'0123','attributes':{'bold':true}},{'insert':'4567'}]");

    @Test
    void slice_across_ops() {
        assertThat(TEXT.slice(2, 6)).isEqualTo(delta("[{'insert':'23','attributes':{'bold':true}},{'insert':'45'}]"));
    }

    @Test
    void slice_within_one_op() {
        assertThat(TEXT.slice(5, 6)).isEqualTo(delta("[{'insert':'5'}]"));
    }

    @Test
    void slice_of_nothing() {
        assertThat(TEXT.slice(3, 3)).isEqualTo(Delta.EMPTY);
        assertThat(TEXT.slice(8, 20)).isEqualTo(Delta.EMPTY);
    }

    @Test
    void slice_beyond_the_end() {
        assertThat(TEXT.slice(7, Integer.MAX_VALUE)).isEqualTo(delta("[{'insert':'7'}]"));
        assertThat(TEXT.slice(0, 8)).isEqualTo(TEXT);
    }

    @Test
    void slice_of_an_edit_counts_all_ops() {
        assertThat(delta("[{'retain':2},{'insert':'ab'},{'delete':3}]").slice(1, 5))
                .isEqualTo(delta("[{'retain':1},{'insert':'ab'},{'delete':1}]"));
    }

    @Test
    void concat_joins_where_ops_meet() {
        assertThat(TEXT.concat(delta("[{'insert':'89'},{'insert':{'image':'a'}}]")))
                .isEqualTo(delta(
                        "[{'insert':'0123','attributes':{'bold':true}},{'insert':'456789'},{'insert':{'image':'a'}}]"));
    }

    @Test
    void concat_of_both_halves_is_the_whole() {
        for (int at = 0; at <= TEXT.length(); at++) {
            assertThat(TEXT.slice(0, at).concat(TEXT.slice(at, TEXT.length()))).isEqualTo(TEXT);
        }
    }
}
