package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class ContentsAsEditsTest {
    @Test
    void an_empty_document_needs_none() {
        assertThat(ContentsAsEdits.of(RichText.empty().toDelta())).isEmpty();
    }

    @Test
    void an_ordinary_document_is_one_edit() {
        Delta contents = Delta.builder()
                .insert("A title")
                .insert("\n", Attributes.of("header", 1L))
                .embed("divider", true)
                .insert("last")
                .insert("\n", Attributes.of("list", "bullet"))
                .build();
        assertThat(madeBy(ContentsAsEdits.of(contents))).isEqualTo(contents);
        assertThat(ContentsAsEdits.of(contents)).hasSize(1);
    }

    @Test
    void a_formatted_empty_line_is_kept() {
        Delta contents =
                Delta.builder().insert("\n", Attributes.of("header", 2L)).build();
        assertThat(madeBy(ContentsAsEdits.of(contents))).isEqualTo(contents);
    }

    @Test
    void a_large_document_is_edits_that_each_fit_into_a_message() {
        DeltaBuilder builder = Delta.builder().insert("\ud83d\ude00".repeat(60_000));
        for (int i = 0; i < 6_000; i++) {
            builder.insert("x", Attributes.of("bold", true)).insert("y\n");
        }
        Delta contents = builder.build();
        List<Delta> edits = ContentsAsEdits.of(contents);
        assertThat(madeBy(edits)).isEqualTo(contents);
        assertThat(edits).hasSizeGreaterThan(2).allSatisfy(edit -> {
            assertThat(edit.ops().size()).isLessThan(5_000);
            assertThat(DeltaJson.write(edit).length()).isLessThan(130_000);
        });
    }

    private static Delta madeBy(List<Delta> edits) {
        RichText text = RichText.empty();
        for (Delta edit : edits) {
            text = text.apply(edit);
        }
        return text.toDelta();
    }
}
