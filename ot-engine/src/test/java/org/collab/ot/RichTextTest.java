package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.collab.ot.oracle.NestedDeltaHandler;
import org.junit.jupiter.api.Test;

class RichTextTest {

    private static final RichText DOCUMENT = RichText.of(delta("[{'insert':'a😀b\\n'}]"));

    private static void refused(Code code, String edit) {
        Delta before = DOCUMENT.toDelta();
        assertThatThrownBy(() -> DOCUMENT.apply(delta(edit)))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(DOCUMENT.toDelta()).isEqualTo(before);
    }

    private static void noDocument(Code code, String contents) {
        assertThatThrownBy(() -> RichText.of(delta(contents)))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void empty_document_is_one_newline() {
        assertThat(RichText.empty().toDelta()).isEqualTo(delta("[{'insert':'\\n'}]"));
        assertThat(RichText.empty().length()).isEqualTo(1);
    }

    @Test
    void apply_gives_the_next_version_and_leaves_this_one() {
        RichText next = DOCUMENT.apply(delta("[{'retain':1},{'insert':'X'},{'delete':2}]"));
        assertThat(next.toDelta()).isEqualTo(delta("[{'insert':'aXb\\n'}]"));
        assertThat(next.length()).isEqualTo(4);
        assertThat(DOCUMENT.toDelta()).isEqualTo(delta("[{'insert':'a😀b\\n'}]"));
    }

    @Test
    void I7_edit_beyond_the_end() {
        refused(Code.OUT_OF_RANGE, "[{'retain':6},{'insert':'x'}]");
        refused(Code.OUT_OF_RANGE, "[{'retain':4},{'delete':2}]");
        refused(Code.OUT_OF_RANGE, "[{'retain':6}]");
        refused(Code.OUT_OF_RANGE, "[{'retain':6,'attributes':{'bold':true}}]");
    }

    @Test
    void I7_edit_within_a_surrogate_pair() {
        refused(Code.SPLIT_SURROGATE, "[{'retain':2},{'insert':'x'}]");
        refused(Code.SPLIT_SURROGATE, "[{'delete':2}]");
        refused(Code.SPLIT_SURROGATE, "[{'retain':1},{'delete':1}]");
        refused(Code.SPLIT_SURROGATE, "[{'retain':2,'attributes':{'bold':true}}]");
        refused(Code.SPLIT_SURROGATE, "[{'retain':2},{'retain':1,'attributes':{'bold':true}}]");
        refused(Code.SPLIT_SURROGATE, "[{'delete':2},{'insert':'x'},{'delete':1}]");
    }

    @Test
    void I7_half_surrogate_pairs_and_nul() {
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':'\\ud83d'}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':'\\ude00\\ud83d'}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':'a\\u0000'}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':{'image':'\\u0000'}}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':{'\\u0000':'a'}}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'insert':'a','attributes':{'link':'\\ud83d'}}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'retain':1,'attributes':{'comment':[{'\\u0000':1}]}}]");
    }

    @Test
    void I7_last_newline_stays() {
        refused(Code.NOT_A_DOCUMENT, "[{'retain':4},{'delete':1}]");
        refused(Code.NOT_A_DOCUMENT, "[{'delete':5}]");
        refused(Code.NOT_A_DOCUMENT, "[{'retain':5},{'insert':'x'}]");
        refused(Code.NOT_A_DOCUMENT, "[{'retain':5},{'insert':{'image':'x'}}]");
    }

    @Test
    void last_newline_may_be_replaced() {
        assertThat(DOCUMENT.apply(delta("[{'delete':5},{'insert':'new\\n'}]")).toDelta())
                .isEqualTo(delta("[{'insert':'new\\n'}]"));
        assertThat(DOCUMENT.apply(delta("[{'retain':5},{'insert':'more\\n'}]")).length())
                .isEqualTo(10);
    }

    @Test
    void L7_document_stays_within_its_length() {
        RichText full = RichText.of(
                Delta.builder().insert("a".repeat(1_999_998)).insert("\n").build());
        assertThat(full.apply(delta("[{'insert':'b'}]")).length()).isEqualTo(2_000_000);
        assertThatThrownBy(() -> full.apply(delta("[{'insert':'bc'}]")))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LONG));
    }

    @Test
    void contents_that_are_no_document() {
        noDocument(Code.NOT_A_DOCUMENT, "[]");
        noDocument(Code.NOT_A_DOCUMENT, "[{'insert':'a'}]");
        noDocument(Code.NOT_A_DOCUMENT, "[{'insert':{'image':'a'}}]");
        noDocument(Code.NOT_A_DOCUMENT, "[{'insert':'\\n'},{'retain':1}]");
        noDocument(Code.NOT_A_DOCUMENT, "[{'insert':'\\n'},{'delete':1}]");
        noDocument(Code.FORBIDDEN_CHARACTER, "[{'insert':'\\ud83d\\n'}]");
    }

    @Test
    void documents_hold_no_null_attributes() {
        RichText text = RichText.empty()
                .apply(delta("[{'insert':'a','attributes':{'bold':null}}]"))
                .apply(delta("[{'retain':1,'attributes':{'color':null}}]"));
        assertThat(text.toDelta()).isEqualTo(delta("[{'insert':'a\\n'}]"));
    }

    @Test
    void embed_changed_in_place() {
        RichText text = RichText.of(
                delta("[{'insert':{'delta':[{'insert':'a'}]}},{'insert':'\\n'}]"), NestedDeltaHandler.HANDLERS);
        assertThat(text.apply(delta("[{'retain':{'delta':[{'delete':1}]}}]")).toDelta())
                .isEqualTo(delta("[{'insert':{'delta':[]}},{'insert':'\\n'}]"));
        assertThatThrownBy(() -> DOCUMENT.apply(delta("[{'retain':{'delta':[]}}]")))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(Code.EMBED_MISMATCH));
    }

    @Test
    void E10_hash_of_the_empty_document() {
        assertThat(RichText.empty().hash()).isEqualTo("453d3dff39443f94");
    }

    @Test
    void E10_hash_depends_on_the_contents_only() {
        RichText typed = RichText.empty()
                .apply(delta("[{'insert':'ab','attributes':{'link':'x','bold':true}}]"))
                .apply(delta("[{'retain':2},{'insert':'c','attributes':{'bold':true,'link':'x'}}]"));
        RichText loaded = RichText.of(Delta.builder()
                .insert("abc", Map.of("bold", true, "link", "x"))
                .insert("\n")
                .build());
        assertThat(typed.hash())
                .isEqualTo(loaded.hash())
                .hasSize(16)
                .isNotEqualTo(RichText.empty().hash());
        assertThat(typed).isEqualTo(loaded).hasSameHashCodeAs(loaded);
    }

    @Test
    void documents_are_equal_where_their_contents_are() {
        RichText same = RichText.of(DOCUMENT.toDelta());
        RichText other = RichText.of(delta("[{'insert':'b\\n'}]"));
        assertThat(same).isEqualTo(DOCUMENT).hasSameHashCodeAs(DOCUMENT);
        assertThat(DOCUMENT.equals(DOCUMENT)).isTrue();
        assertThat(DOCUMENT).isNotEqualTo(other).isNotEqualTo(DOCUMENT.toDelta());
        assertThat(DOCUMENT.hashCode()).isNotEqualTo(other.hashCode());
        assertThat(other).hasToString("[{\"insert\":\"b\\n\"}]");
    }

    @Test
    void I7_forbidden_character_is_shown_with_its_place() {
        assertThatThrownBy(() -> DOCUMENT.apply(delta("[{'retain':1},{'insert':'ab\\u0000'}]")))
                .hasMessage("op 1: text must have whole characters other than U+0000, was U+0000 at 2");
        refused(Code.FORBIDDEN_CHARACTER, "[{'retain':{'image':{'a':['\\u0000']}}}]");
        refused(Code.FORBIDDEN_CHARACTER, "[{'retain':{'\\ud83d':1}}]");
    }
}
