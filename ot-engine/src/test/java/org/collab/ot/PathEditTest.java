package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which edits take the short way; that they do the same as all others is for the trees' laws to say. */
class PathEditTest {

    private static final RunNode LARGE = RichText.of(
                    Delta.builder().insert("abcdefg ".repeat(2_000) + "\n").build())
            .root();

    private static boolean isTaken(RunNode root, Delta edit) {
        return PathEdit.apply(root, edit, EmbedHandlers.NONE) != null;
    }

    @Test
    void typing_and_deleting_in_one_leaf() {
        assertThat(isTaken(LARGE, Delta.builder().insert("x").build())).isTrue();
        assertThat(isTaken(LARGE, Delta.builder().retain(9_000).insert("x").build()))
                .isTrue();
        assertThat(isTaken(LARGE, Delta.builder().retain(9_000).delete(1).build()))
                .isTrue();
        assertThat(isTaken(
                        LARGE,
                        Delta.builder().retain(LARGE.length()).insert("x\n").build()))
                .isTrue();
    }

    @Test
    void branch_on_the_way_knows_its_new_length() {
        Delta edit = Delta.builder().retain(9_000).insert("xyz").build();
        RunNode after = Objects.requireNonNull(PathEdit.apply(LARGE, edit, EmbedHandlers.NONE));
        TreeCheck.check(after);
        assertThat(after.length()).isEqualTo(LARGE.length() + 3);
    }

    @Test
    void small_document_is_one_leaf() {
        RunNode small = RichText.empty().root();
        assertThat(isTaken(small, Delta.builder().insert("x").build())).isTrue();
        assertThat(isTaken(small, Delta.builder().retain(1).insert("x\n").build()))
                .isTrue();
    }

    @Test
    void edits_of_several_leaves_or_none_are_not_taken() {
        assertThat(isTaken(LARGE, Delta.EMPTY)).isFalse();
        assertThat(isTaken(LARGE, Delta.builder().retain(5).build())).isFalse();
        assertThat(isTaken(LARGE, Delta.builder().retain(5).delete(2_000).build()))
                .isFalse();
    }

    @Test
    void edits_that_make_a_leaf_too_large_or_empty_are_not_taken() {
        assertThat(isTaken(LARGE, Delta.builder().insert("x".repeat(600)).build()))
                .isFalse();
        assertThat(isTaken(RichText.empty().root(), Delta.builder().delete(1).build()))
                .isFalse();
    }
}
