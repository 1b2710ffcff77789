package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Documents large enough to have a tree of some height. */
class RichTextTreeTest {

    private static Delta formatted(int runs) {
        DeltaBuilder builder = Delta.builder();
        for (int i = 0; i < runs; i++) {
            builder.insert("run 😀 " + i, i % 2 == 0 ? Attributes.EMPTY : Attributes.of("size", i % 5));
            if (i % 50 == 0) {
                builder.embed("image", "i" + i);
            }
        }
        return builder.insert("\n").build();
    }

    @Test
    void large_document_is_read_back_as_it_was() {
        Delta contents = formatted(20_000);
        RichText text = RichText.of(contents);
        TreeCheck.check(text.root());
        assertThat(text.toDelta()).isEqualTo(contents);
        assertThat(text.length()).isEqualTo(contents.length());
        assertThat(text.slice(5_000, 50_000)).isEqualTo(contents.slice(5_000, 50_000));
    }

    @Test
    void one_run_longer_than_a_leaf_stays_one_insert() {
        Delta contents = Delta.builder().insert("😀".repeat(100_000) + "\n").build();
        RichText text = RichText.of(contents);
        TreeCheck.check(text.root());
        assertThat(text.toDelta().ops()).hasSize(1);
    }

    @Test
    void typing_deleting_and_formatting_a_large_document() {
        RichText text = RichText.of(formatted(2_000));
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 300; i++) {
            text = RichTextLaws.check(text, edit(random, text));
        }
        assertThat(text.length()).isPositive();
    }

    @Test
    void typing_before_at_and_after_every_end_of_a_leaf() {
        RichText text = RichText.of(formatted(150));
        String characters = RandomDeltas.text(text.toDelta());
        for (int at = 0; at < text.length() - 1; at++) {
            if (whole(characters, at) == at) {
                RichTextLaws.check(text, Delta.builder().retain(at).insert("x").build());
                int end = whole(characters, at + 1);
                RichTextLaws.check(
                        text, Delta.builder().retain(at).delete(end - at).build());
            }
        }
    }

    @Test
    void typing_within_a_pair_is_refused_wherever_it_is() {
        RichText text = RichText.of(formatted(300));
        String characters = RandomDeltas.text(text.toDelta());
        for (int at = 0; at < text.length(); at++) {
            Delta edit = Delta.builder().retain(at).insert("x").build();
            if (whole(characters, at) > at) {
                assertThatThrownBy(() -> text.apply(edit))
                        .hasMessage("op 0: must not end between the halves of a surrogate pair");
            }
        }
    }

    /** A short or a long edit anywhere, which does not split the pairs of the document. */
    private static Delta edit(SplittableRandom random, RichText text) {
        String characters = RandomDeltas.text(text.toDelta());
        int at = whole(characters, random.nextInt(characters.length()));
        int reach = random.nextInt(20) == 0 ? 20_000 : 12;
        int end = whole(characters, Math.min(characters.length() - 1, at + random.nextInt(reach)));
        int length = Math.max(0, end - at);
        DeltaBuilder builder = Delta.builder().retain(at);
        return switch (random.nextInt(5)) {
            case 0 -> builder.delete(length).build();
            case 1 ->
                builder.retain(length, Map.of("bold", random.nextBoolean())).build();
            case 2 -> builder.embed("image", "new").delete(length).build();
            case 3 -> builder.insert("pasted 😀\n".repeat(random.nextInt(300))).build();
            default -> builder.insert("x").build();
        };
    }

    private static int whole(String characters, int at) {
        return Character.isLowSurrogate(characters.charAt(at)) ? at + 1 : at;
    }

    @Test
    void emptied_document_is_one_small_leaf_again() {
        RichText text = RichText.of(formatted(5_000));
        RichText emptied = text.apply(Delta.builder().delete(text.length() - 1).build());
        assertThat(emptied.toDelta()).isEqualTo(RichText.empty().toDelta());
        assertThat(emptied.root()).isInstanceOf(RunLeaf.class);
    }

    @Test
    void replacing_everything_in_the_order_that_was_sent() {
        RichText text = RichText.of(formatted(5_000));
        Delta replace = DeltaJson.read("[{\"delete\":%d},{\"insert\":\"new\\n\"}]".formatted(text.length()));
        assertThat(text.apply(replace).toDelta())
                .isEqualTo(Delta.builder().insert("new\n").build());
    }

    @Test
    void deleting_bit_by_bit_leaves_no_scattered_leaves() {
        RichText text =
                RichText.of(Delta.builder().insert("abc".repeat(50_000) + "\n").build());
        SplittableRandom random = new SplittableRandom(7);
        while (text.length() > 1_000) {
            int at = random.nextInt(text.length() - 100);
            text = text.apply(Delta.builder().retain(at).delete(99).build());
        }
        TreeCheck.check(text.root());
        assertThat(leaves(text.root())).isLessThan(20);
    }

    private static int leaves(RunNode node) {
        int count = node instanceof RunLeaf ? 1 : 0;
        if (node instanceof RunBranch branch) {
            for (RunNode child : branch.children) {
                count += leaves(child);
            }
        }
        return count;
    }

    @Test
    void versions_share_what_was_not_edited() {
        RichText before = RichText.of(formatted(5_000));
        RichText after = before.apply(Delta.builder().insert("x").build());
        List<RunNode> old = new ArrayList<>(List.of(((RunBranch) before.root()).children));
        old.retainAll(List.of(((RunBranch) after.root()).children));
        assertThat(old).hasSize(((RunBranch) before.root()).children.length - 1);
    }

    @Test
    void equal_attributes_nearby_are_one_object() {
        DeltaBuilder builder = Delta.builder();
        for (int i = 0; i < 20; i++) {
            builder.insert("a", Map.of("bold", true)).insert("b");
        }
        RunBranch root = (RunBranch) RichText.of(builder.insert("\n").build()).root();
        RunLeaf leaf = (RunLeaf) root.children[0];
        assertThat(leaf.marks[0]).isSameAs(leaf.marks[2]).isSameAs(leaf.marks[22]);
    }

    @Test
    void large_document_keeps_its_last_newline() {
        RichText text = RichText.of(formatted(2_000));
        Delta lastUnit = Delta.builder().retain(text.length() - 1).delete(1).build();
        Delta behind = Delta.builder().retain(text.length()).insert("x").build();
        assertThatThrownBy(() -> text.apply(lastUnit)).hasMessage("a document must end with a newline");
        assertThatThrownBy(() -> text.apply(behind)).hasMessage("a document must end with a newline");
    }
}
