package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.junit.jupiter.api.Test;

class WeightTest {

    /** A picture's data, a million characters. */
    private static final String MILLION = "x".repeat(1_000_000);

    private static final int MOST = 63;

    private static RichText pictures(int count) {
        RichText text = RichText.empty();
        for (int i = 0; i < count; i++) {
            text = text.apply(Delta.builder().embed("image", MILLION).build());
        }
        return text;
    }

    private static void tooHeavy(RichText text, Delta edit) {
        assertThatThrownBy(() -> text.apply(edit))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LONG))
                .hasMessageStartingWith(
                        "a document's attributes and embeds may take at most 64000000 characters, were ");
    }

    private static long exact(RichText text) {
        return Weight.of(text.root()).sum();
    }

    @Test
    void weight_is_about_the_json_of_attributes_and_embeds() {
        assertThat(exact(RichText.of(delta("[{'insert':'some text\\n'}]")))).isZero();
        assertThat(exact(RichText.of(delta("[{'insert':'ab','attributes':{'bold':true}},{'insert':'\\n'}]"))))
                .isEqualTo("{\"bold\":true}".length() + 1);
        assertThat(exact(RichText.of(delta("[{'insert':{'image':'abc'}},{'insert':'\\n'}]"))))
                .isEqualTo("image".length() + "\"abc\"".length());
        assertThat(Weight.of(List.of("abc", 1L, Map.of("a", 1L)))).isEqualTo(4 + 5 + 4 + 4 + 3 + 4);
        assertThat(Weight.of(delta("[{'retain':{'a':'bc'}}]").ops().get(0))).isEqualTo(5);
    }

    @Test
    void run_that_goes_on_in_the_next_leaf_counts_once() {
        Attributes link = Attributes.of("link", "x".repeat(1_000));
        RichText text = RichText.of(
                Delta.builder().insert("ab".repeat(5_000), link).insert("\n").build());
        assertThat(exact(text)).isEqualTo(link.weight());
        assertThat(Weight.of(text.root()).heaviestRun()).isEqualTo(link.weight());
    }

    @Test
    void embeds_beside_each_other_count_each() {
        RichText two = RichText.of(delta("[{'insert':{'image':'abc'}},{'insert':{'image':'abc'}},{'insert':'\\n'}]"));
        assertThat(exact(two)).isEqualTo(2 * 10);
    }

    @Test
    void few_units_cannot_make_a_document_too_heavy_to_load() {
        RichText full = pictures(MOST);
        tooHeavy(full, Delta.builder().embed("image", MILLION).build());
        tooHeavy(full, Delta.builder().insert("a", Map.of("link", MILLION)).build());
    }

    @Test
    void document_that_is_full_takes_everything_light() {
        RichText full = pictures(MOST)
                .apply(Delta.builder().insert("text", Map.of("bold", true)).build());
        RichText edited = full.apply(Delta.builder().retain(4).delete(1).build())
                .apply(Delta.builder().embed("image", MILLION).build());
        assertThat(edited.length()).isEqualTo(full.length());
    }

    @Test
    void cutting_a_run_with_heavy_attributes_into_many_is_counted() {
        RichText text = RichText.of(Delta.builder()
                .insert("a".repeat(1_000), Map.of("link", "x".repeat(200_000)))
                .insert("\n")
                .build());
        DeltaBuilder cuts = Delta.builder();
        for (int i = 0; i < 400; i++) {
            cuts.retain(1).insert("b");
        }
        tooHeavy(text, cuts.build());
    }

    @Test
    void setting_a_heavy_format_on_many_runs_is_counted() {
        DeltaBuilder runs = Delta.builder();
        for (int i = 0; i < 500; i++) {
            runs.insert("a").insert("b", Map.of("bold", true));
        }
        RichText text = RichText.of(runs.insert("\n").build());
        tooHeavy(
                text,
                Delta.builder()
                        .retain(1_000, Map.of("link", "x".repeat(200_000)))
                        .build());
        RichText linked =
                text.apply(Delta.builder().retain(1, Map.of("link", MILLION)).build());
        assertThat(exact(linked)).isGreaterThan(1_000_000);
    }

    @Test
    void one_heavy_format_on_much_text_is_light() {
        RichText text = RichText.of(
                Delta.builder().insert("a".repeat(1_000_000)).insert("\n").build());
        Delta format = Delta.builder()
                .retain(1_000_000, Map.of("link", "x".repeat(2_000)))
                .build();
        assertThat(exact(text.apply(format))).isLessThan(3_000);
    }

    @Test
    void bound_is_never_below_the_weight() {
        for (long seed = 0; seed < 2_000; seed++) {
            RandomDeltas random = new RandomDeltas(seed);
            RichText text = RichText.of(random.document());
            WeightBound bound = WeightBound.exact(text.root());
            for (int i = 0; i < 5; i++) {
                Delta edit = random.edit(text.toDelta());
                bound = bound.after(edit);
                text = text.apply(edit);
                Weight weight = Weight.of(text.root());
                assertThat(bound.sum()).as("seed %d", seed).isGreaterThanOrEqualTo(weight.sum());
                assertThat(bound.heaviestRun()).as("seed %d", seed).isGreaterThanOrEqualTo(weight.heaviestRun());
            }
        }
    }

    @Test
    void document_that_is_too_heavy_already_is_read_and_may_become_lighter() {
        DeltaBuilder contents = Delta.builder();
        for (int i = 0; i < MOST + 3; i++) {
            contents.embed("image", MILLION);
        }
        RichText heavy = RichText.of(contents.insert("\n").build());
        RichText lighter = heavy.apply(Delta.builder().delete(1).build());
        assertThat(lighter.length()).isEqualTo(heavy.length() - 1);
        assertThat(lighter.apply(Delta.builder().insert("text").build()).length())
                .isEqualTo(heavy.length() + 3);
        tooHeavy(lighter, Delta.builder().embed("image", "y").build());
    }
}
