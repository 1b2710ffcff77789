package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;
import static org.collab.ot.Priority.OTHER_FIRST;
import static org.collab.ot.Priority.THIS_FIRST;

import org.junit.jupiter.api.Test;

class TransformPositionTest {

    @Test
    void insert_before_the_position_moves_it() {
        assertThat(delta("[{'insert':'A'}]").transformPosition(2, THIS_FIRST)).isEqualTo(3);
    }

    @Test
    void insert_behind_the_position_leaves_it() {
        assertThat(delta("[{'retain':2},{'insert':'A'}]").transformPosition(1, OTHER_FIRST))
                .isEqualTo(1);
    }

    @Test
    void insert_at_the_position_moves_it_only_where_other_is_first() {
        Delta edit = delta("[{'retain':2},{'insert':'AB'}]");
        assertThat(edit.transformPosition(2, THIS_FIRST)).isEqualTo(2);
        assertThat(edit.transformPosition(2, OTHER_FIRST)).isEqualTo(4);
    }

    @Test
    void delete_before_the_position() {
        assertThat(delta("[{'delete':2}]").transformPosition(4, THIS_FIRST)).isEqualTo(2);
    }

    @Test
    void delete_across_the_position() {
        assertThat(delta("[{'retain':1},{'delete':4}]").transformPosition(2, THIS_FIRST))
                .isEqualTo(1);
    }

    @Test
    void insert_and_delete_before_the_position() {
        assertThat(delta("[{'retain':2},{'insert':'A'},{'delete':2}]").transformPosition(4, THIS_FIRST))
                .isEqualTo(3);
    }

    @Test
    void embed_counts_one() {
        assertThat(delta("[{'insert':{'image':'a'}}]").transformPosition(1, THIS_FIRST))
                .isEqualTo(2);
    }

    @Test
    void position_beyond_an_int_is_refused() {
        Delta edit = delta("[{'insert':'AB'}]");
        assertThatThrownBy(() -> edit.transformPosition(Integer.MAX_VALUE - 1, THIS_FIRST))
                .isInstanceOf(InvalidDeltaException.class);
    }

    @Test
    void position_may_be_as_large_as_lengths_can_be() {
        Delta edit = delta("[{'insert':'AB'}]");
        assertThat(edit.transformPosition(Integer.MAX_VALUE - 2, THIS_FIRST)).isEqualTo(Integer.MAX_VALUE);
    }
}
