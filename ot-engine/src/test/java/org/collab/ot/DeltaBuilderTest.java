package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltaBuilderTest {

    private static final Attributes BOLD = Attributes.of("bold", true);

    @Test
    void consecutive_deletes_become_one() {
        assertThat(Delta.builder().delete(2).delete(3).build().ops()).containsExactly(new Op.Delete(5));
    }

    @Test
    void consecutive_texts_with_equal_attributes_become_one() {
        Delta delta = Delta.builder()
                .insert("a", BOLD)
                .insert("b", Map.of("bold", true))
                .insert("c")
                .build();
        assertThat(delta.ops()).containsExactly(new Op.Insert("ab", BOLD), new Op.Insert("c", Attributes.EMPTY));
    }

    @Test
    void consecutive_retains_with_equal_attributes_become_one() {
        Delta delta = Delta.builder()
                .retain(1)
                .retain(2)
                .retain(3, BOLD)
                .retain(4, BOLD)
                .build();
        assertThat(delta.ops()).containsExactly(new Op.Retain(3, Attributes.EMPTY), new Op.Retain(7, BOLD));
    }

    @Test
    void embeds_never_become_one() {
        Delta delta = Delta.builder().embed("image", "a").embed("image", "a").build();
        assertThat(delta.ops()).hasSize(2);
        assertThat(delta.length()).isEqualTo(2);
    }

    @Test
    void insert_after_delete_goes_first() {
        Delta delta = Delta.builder().insert("a").delete(1).insert("b").build();
        assertThat(delta.ops()).containsExactly(new Op.Insert("ab", Attributes.EMPTY), new Op.Delete(1));
    }

    @Test
    void embed_after_leading_delete_goes_first() {
        Delta delta = Delta.builder().delete(1).embed("image", "a").build();
        assertThat(delta.ops()).first().isInstanceOf(Op.Embed.class);
    }

    @Test
    void nothing_adds_nothing() {
        assertThat(Delta.builder().insert("").retain(0).delete(0).build()).isSameAs(Delta.EMPTY);
    }

    @Test
    void negative_lengths_are_refused() {
        assertThatThrownBy(() -> Delta.builder().delete(-1))
                .isInstanceOf(InvalidDeltaException.class)
                .hasMessage("delete must be a positive integer, was -1");
        assertThatThrownBy(() -> Delta.builder().retain(-1)).isInstanceOf(InvalidDeltaException.class);
    }

    @Test
    void lengths_beyond_an_int_are_refused() {
        DeltaBuilder builder = Delta.builder().retain(Integer.MAX_VALUE);
        assertThatThrownBy(() -> builder.retain(1)).hasMessageContaining("was 2147483648");
        assertThatThrownBy(() -> builder.delete(1).build()).hasMessageContaining("was 2147483648");
    }

    @Test
    void null_attributes_of_inserts_are_dropped() {
        Attributes removal = Attributes.of("bold", null);
        Delta delta = Delta.builder()
                .insert("a", removal)
                .embed("image", "a", removal)
                .build();
        assertThat(delta)
                .isEqualTo(Delta.builder().insert("a").embed("image", "a").build());
    }

    @Test
    void null_attributes_of_retains_are_kept() {
        Attributes removal = Attributes.of("bold", null);
        assertThat(Delta.builder().retain(1, removal).build().ops()).containsExactly(new Op.Retain(1, removal));
    }

    @Test
    void builder_goes_on_after_build() {
        DeltaBuilder builder = Delta.builder().insert("a");
        Delta first = builder.build();
        Delta second = builder.insert("b").build();
        assertThat(first).isEqualTo(Delta.builder().insert("a").build());
        assertThat(second).isEqualTo(Delta.builder().insert("ab").build());
    }

    @Test
    void delta_of_ops_is_in_normal_form() {
        Delta delta = Delta.of(List.of(new Op.Delete(1), new Op.Insert("a", BOLD), new Op.Insert("b", BOLD)));
        assertThat(delta.ops()).containsExactly(new Op.Insert("ab", BOLD), new Op.Delete(1));
    }

    @Test
    void ops_cannot_be_changed_from_outside() {
        List<Op> ops = Delta.builder().insert("a").build().ops();
        assertThatThrownBy(() -> ops.set(0, new Op.Delete(1))).isInstanceOf(UnsupportedOperationException.class);
    }
}
