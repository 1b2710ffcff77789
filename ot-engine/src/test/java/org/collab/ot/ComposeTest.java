package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import org.collab.ot.InvalidDeltaException.Code;
import org.collab.ot.oracle.NestedDeltaHandler;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static void check(String first, String next, String expected) {
        Delta a = delta(first);
        Delta b = delta(next);
        assertThat(a.compose(b)).isEqualTo(delta(expected));
        assertThat(Reference.compose(a, b)).isEqualTo(delta(expected));
    }

    @Test
    void insert_then_insert_before() {
        check("[{'insert':'A'}]", "[{'insert':'B'}]", "[{'insert':'BA'}]");
    }

    @Test
    void insert_then_retain_formats_the_insert() {
        check(
                "[{'insert':'A'}]",
                "[{'retain':1,'attributes':{'bold':true,'color':null}}]",
                "[{'insert':'A','attributes':{'bold':true}}]");
    }

    @Test
    void insert_then_delete_cancels() {
        check("[{'insert':'A'}]", "[{'delete':1}]", "[]");
    }

    @Test
    void delete_then_insert() {
        check("[{'delete':1}]", "[{'insert':'B'}]", "[{'insert':'B'},{'delete':1}]");
    }

    @Test
    void delete_then_retain_formats_what_follows() {
        check(
                "[{'delete':1}]",
                "[{'retain':1,'attributes':{'bold':true}}]",
                "[{'delete':1},{'retain':1,'attributes':{'bold':true}}]");
    }

    @Test
    void delete_then_delete() {
        check("[{'delete':1}]", "[{'delete':1}]", "[{'delete':2}]");
    }

    @Test
    void retain_then_retain_merges_formats_and_keeps_removals() {
        check(
                "[{'retain':1,'attributes':{'color':'blue'}}]",
                "[{'retain':1,'attributes':{'bold':true,'color':null}}]",
                "[{'retain':1,'attributes':{'bold':true,'color':null}}]");
    }

    @Test
    void retain_then_delete() {
        check("[{'retain':1,'attributes':{'bold':true}}]", "[{'delete':1}]", "[{'delete':1}]");
    }

    @Test
    void insert_in_the_middle_of_text() {
        check("[{'insert':'Hello'}]", "[{'retain':3},{'insert':'X'}]", "[{'insert':'HelXlo'}]");
    }

    @Test
    void delete_and_insert_at_one_place_in_either_order() {
        check("[{'insert':'Hello'}]", "[{'retain':3},{'delete':1},{'insert':'X'}]", "[{'insert':'HelXo'}]");
        check("[{'insert':'Hello'}]", "[{'retain':3},{'insert':'X'},{'delete':1}]", "[{'insert':'HelXo'}]");
    }

    @Test
    void delete_all_of_a_text_and_its_neighbour() {
        check("[{'retain':4},{'insert':'Hello'}]", "[{'delete':9}]", "[{'delete':4}]");
    }

    @Test
    void retain_beyond_the_first_edit() {
        check(
                "[{'insert':'Hello'}]",
                "[{'retain':10},{'insert':'X'}]",
                "[{'insert':'Hello'},{'retain':5},{'insert':'X'}]");
    }

    @Test
    void embed_keeps_its_value_when_formatted() {
        check(
                "[{'insert':{'image':'a'},'attributes':{'width':'300'}}]",
                "[{'retain':1,'attributes':{'height':'200'}}]",
                "[{'insert':{'image':'a'},'attributes':{'width':'300','height':'200'}}]");
    }

    @Test
    void trailing_retain_is_chopped() {
        check(
                "[{'retain':2,'attributes':{'bold':true}}]",
                "[{'retain':9}]",
                "[{'retain':2,'attributes':{'bold':true}}]");
    }

    @Test
    void change_of_an_embed_in_the_document() {
        Delta result = delta("[{'insert':{'delta':[{'insert':'a'}]}}]")
                .compose(delta("[{'retain':{'delta':[{'retain':1},{'insert':'b'}]}}]"), NestedDeltaHandler.HANDLERS);
        assertThat(result).isEqualTo(delta("[{'insert':{'delta':[{'insert':'ab'}]}}]"));
    }

    @Test
    void changed_embed_keeps_the_removal_of_a_format() {
        Delta change = delta("[{'retain':{'delta':[{'delete':1}]}}]");
        Delta result = change.compose(delta("[{'retain':1,'attributes':{'bold':null}}]"));
        assertThat(result).isEqualTo(delta("[{'retain':{'delta':[{'delete':1}]},'attributes':{'bold':null}}]"));
    }

    @Test
    void change_of_an_embed_without_a_handler_is_refused() {
        Delta document = delta("[{'insert':{'delta':[]}}]");
        assertThatThrownBy(() -> document.compose(delta("[{'retain':{'delta':[]}}]")))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(Code.EMBED_MISMATCH))
                .hasMessage("embeds of type \"delta\" cannot be changed in place");
    }

    @Test
    void change_of_another_type_or_of_text_is_refused() {
        Delta change = delta("[{'retain':{'delta':[]}}]");
        assertThatThrownBy(() -> delta("[{'insert':{'image':'a'}}]").compose(change, NestedDeltaHandler.HANDLERS))
                .hasMessage("expected an embed of type \"delta\" to change, was \"image\"");
        assertThatThrownBy(() -> delta("[{'insert':'text'}]").compose(change, NestedDeltaHandler.HANDLERS))
                .hasMessage("expected an embed of type \"delta\" to change, was no embed");
    }

    @Test
    void formatting_then_change_of_an_embed_is_one_change() {
        Delta format = delta("[{'retain':1,'attributes':{'bold':true}}]");
        Delta change = delta("[{'retain':{'delta':[{'delete':1}]},'attributes':{'bold':null}}]");
        assertThat(format.compose(change)).isEqualTo(change);
        assertThat(change.compose(format))
                .isEqualTo(delta("[{'retain':{'delta':[{'delete':1}]},'attributes':{'bold':true}}]"));
    }

    @Test
    void change_then_change_of_an_embed_is_composed_by_its_handler() {
        Delta first = delta("[{'retain':{'delta':[{'insert':'a'}]}}]");
        Delta next = delta("[{'retain':{'delta':[{'retain':1},{'insert':'b'}]}}]");
        assertThat(first.compose(next, NestedDeltaHandler.HANDLERS))
                .isEqualTo(delta("[{'retain':{'delta':[{'insert':'ab'}]}}]"));
    }

    @Test
    void change_then_change_of_another_type_is_refused() {
        Delta first = delta("[{'retain':{'delta':[]}}]");
        Delta next = delta("[{'retain':{'table':[]}}]");
        assertThatThrownBy(() -> first.compose(next, NestedDeltaHandler.HANDLERS))
                .hasMessage("expected an embed of type \"table\" to change, was \"delta\"");
    }
}
