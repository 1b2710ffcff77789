package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LengthTest {

    private static final Delta EDIT = Delta.builder()
            .insert("a😀")
            .embed("image", "x")
            .retain(5)
            .delete(2)
            .build();

    @Test
    void length_is_the_sum_of_all_ops_in_utf16_units() {
        assertThat(EDIT.length()).isEqualTo(3 + 1 + 5 + 2);
    }

    @Test
    void change_length_is_inserted_minus_deleted() {
        assertThat(EDIT.changeLength()).isEqualTo(4 - 2);
    }

    @Test
    void base_length_is_kept_and_deleted() {
        assertThat(EDIT.baseLength()).isEqualTo(5 + 2);
    }

    @Test
    void document_consists_of_inserts_only() {
        assertThat(Delta.builder().insert("a").embed("image", "x").build().isDocument())
                .isTrue();
        assertThat(Delta.EMPTY.isDocument()).isTrue();
        assertThat(EDIT.isDocument()).isFalse();
    }

    @Test
    void chop_takes_off_a_plain_retain_only() {
        Delta plain = Delta.builder().insert("a").retain(3).build();
        Delta formatting =
                Delta.builder().retain(3, Attributes.of("bold", true)).build();
        assertThat(plain.chop()).isEqualTo(Delta.builder().insert("a").build());
        assertThat(formatting.chop()).isSameAs(formatting);
    }

    @Test
    void equal_deltas_have_equal_hashes_and_others_seldom() {
        Delta same = Delta.of(EDIT.ops());
        assertThat(same).isEqualTo(EDIT).hasSameHashCodeAs(EDIT);
        assertThat(EDIT.equals(EDIT)).isTrue();
        assertThat(EDIT).isNotEqualTo(EDIT.slice(0, 2)).isNotEqualTo("delta");
        assertThat(EDIT.hashCode()).isNotEqualTo(EDIT.slice(0, 2).hashCode());
    }
}
