package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import org.collab.ot.oracle.NestedDeltaHandler;
import org.junit.jupiter.api.Test;

class InvertTest {

    private static void check(String document, String edit, String expected) {
        assertThat(delta(edit).invert(delta(document))).isEqualTo(delta(expected));
        Laws.edit(delta(document), delta(edit));
    }

    @Test
    void insert() {
        check("[{'insert':'12'}]", "[{'retain':1},{'insert':'A'}]", "[{'retain':1},{'delete':1}]");
    }

    @Test
    void delete_brings_back_text_with_its_formats() {
        check(
                "[{'insert':'1'},{'insert':'23','attributes':{'bold':true}},{'insert':'4'}]",
                "[{'delete':3}]",
                "[{'insert':'1'},{'insert':'23','attributes':{'bold':true}}]");
    }

    @Test
    void retain_with_a_new_format() {
        check(
                "[{'insert':'12'}]",
                "[{'retain':1,'attributes':{'bold':true}}]",
                "[{'retain':1,'attributes':{'bold':null}}]");
    }

    @Test
    void retain_over_different_formats() {
        check(
                "[{'insert':'12'},{'insert':'34','attributes':{'bold':true,'italic':true}}]",
                "[{'retain':4,'attributes':{'bold':null,'italic':true,'color':'red'}}]",
                "[{'retain':2,'attributes':{'bold':null,'italic':null,'color':null}},"
                        + "{'retain':2,'attributes':{'bold':true,'color':null}}]");
    }

    @Test
    void embed_deleted() {
        check("[{'insert':{'image':'a'}},{'insert':'x'}]", "[{'delete':1}]", "[{'insert':{'image':'a'}}]");
    }

    @Test
    void several_ops() {
        check(
                "[{'insert':'123456789'}]",
                "[{'retain':2},{'delete':3},{'insert':'ab'},{'retain':2},{'delete':1}]",
                "[{'retain':2},{'insert':'345'},{'delete':2},{'retain':2},{'insert':'8'}]");
    }

    @Test
    void change_of_an_embed() {
        Delta document = delta("[{'insert':{'delta':[{'insert':'ab'}]}}]");
        Delta change = delta("[{'retain':{'delta':[{'delete':1}]},'attributes':{'bold':true}}]");
        assertThat(change.invert(document, NestedDeltaHandler.HANDLERS))
                .isEqualTo(delta("[{'retain':{'delta':[{'insert':'a'}]},'attributes':{'bold':null}}]"));
    }

    @Test
    void change_of_text_is_refused() {
        Delta change = delta("[{'retain':{'delta':[]}}]");
        assertThatThrownBy(() -> change.invert(delta("[{'insert':'ab'}]"), NestedDeltaHandler.HANDLERS))
                .isInstanceOf(InvalidDeltaException.class);
    }
}
