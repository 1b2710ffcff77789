package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;
import static org.collab.ot.Priority.OTHER_FIRST;
import static org.collab.ot.Priority.THIS_FIRST;

import org.collab.ot.oracle.NestedDeltaHandler;
import org.junit.jupiter.api.Test;

class TransformTest {

    private static void check(String done, String other, String afterThisFirst, String afterOtherFirst) {
        Delta a = delta(done);
        Delta b = delta(other);
        assertThat(a.transform(b, THIS_FIRST)).isEqualTo(delta(afterThisFirst));
        assertThat(a.transform(b, OTHER_FIRST)).isEqualTo(delta(afterOtherFirst));
        assertThat(Reference.transform(a, b, THIS_FIRST)).isEqualTo(delta(afterThisFirst));
        assertThat(Reference.transform(a, b, OTHER_FIRST)).isEqualTo(delta(afterOtherFirst));
    }

    @Test
    void insert_vs_insert() {
        check("[{'insert':'A'}]", "[{'insert':'B'}]", "[{'retain':1},{'insert':'B'}]", "[{'insert':'B'}]");
    }

    @Test
    void edit_behind_the_other_is_moved() {
        String moved = "[{'retain':7},{'insert':'B'},{'delete':2}]";
        check(
                "[{'retain':2},{'insert':'AAA'},{'delete':1}]",
                "[{'retain':5},{'insert':'B'},{'delete':2}]",
                moved,
                moved);
        String back = "[{'retain':1},{'insert':'B'}]";
        check("[{'delete':4}]", "[{'retain':5},{'insert':'B'}]", back, back);
    }

    @Test
    void edit_before_the_other_stays() {
        String other = "[{'retain':1},{'insert':'B'},{'delete':2}]";
        check("[{'retain':4},{'insert':'A'}]", other, other, other);
        assertThat(delta("[{'retain':4},{'insert':'A'}]")
                        .transform(delta(other), THIS_FIRST)
                        .length())
                .isEqualTo(4);
    }

    @Test
    void moved_edit_knows_its_lengths() {
        Delta moved =
                delta("[{'insert':'AAA'}]").transform(delta("[{'retain':5},{'insert':'B'},{'delete':2}]"), THIS_FIRST);
        assertThat(moved.length()).isEqualTo(11);
        assertThat(moved.baseLength()).isEqualTo(10);
        assertThat(moved.changeLength()).isEqualTo(-1);
    }

    @Test
    void edit_that_would_be_moved_too_far_is_refused() {
        Delta done = delta("[{'insert':'AAA'}]");
        Delta fits = Delta.builder().retain(2_147_483_643).delete(1).build();
        Delta moved = Delta.builder().retain(2_147_483_646).delete(1).build();
        assertThat(done.transform(fits, THIS_FIRST)).isEqualTo(moved);
        Delta tooFar = Delta.builder().retain(2_147_483_645).delete(1).build();
        assertThatThrownBy(() -> done.transform(tooFar, THIS_FIRST))
                .hasMessage("a delta's length must be at most 2147483647, was 2147483649");
        Delta furthest =
                Delta.builder().retain(Integer.MAX_VALUE - 1).insert("x").build();
        assertThatThrownBy(() -> done.transform(furthest, THIS_FIRST))
                .hasMessage("a delta's length must be at most 2147483647, was 2147483650");
    }

    @Test
    void edits_that_touch_are_not_apart() {
        check(
                "[{'retain':3},{'insert':'A'}]",
                "[{'retain':3},{'insert':'B'}]",
                "[{'retain':4},{'insert':'B'}]",
                "[{'retain':3},{'insert':'B'}]");
        check(
                "[{'retain':2},{'delete':1}]",
                "[{'retain':3},{'insert':'B'}]",
                "[{'retain':2},{'insert':'B'}]",
                "[{'retain':2},{'insert':'B'}]");
    }

    @Test
    void edit_elsewhere_is_put_into_normal_form_too() {
        Delta other = delta("[{'retain':1},{'delete':1}]").concat(delta("[{'insert':'B'},{'retain':1}]"));
        Delta normal = delta("[{'retain':1},{'insert':'B'},{'delete':1}]");
        assertThat(delta("[{'retain':9},{'insert':'A'}]").transform(other, THIS_FIRST))
                .isEqualTo(normal);
    }

    @Test
    void insert_vs_retain() {
        String moved = "[{'retain':1},{'retain':1,'attributes':{'bold':true}}]";
        check("[{'insert':'A'}]", "[{'retain':1,'attributes':{'bold':true}}]", moved, moved);
    }

    @Test
    void insert_vs_delete() {
        check("[{'insert':'A'}]", "[{'delete':1}]", "[{'retain':1},{'delete':1}]", "[{'retain':1},{'delete':1}]");
    }

    @Test
    void delete_vs_insert() {
        check("[{'delete':1}]", "[{'insert':'B'}]", "[{'insert':'B'}]", "[{'insert':'B'}]");
    }

    @Test
    void delete_vs_retain() {
        check("[{'delete':1}]", "[{'retain':1,'attributes':{'bold':true}}]", "[]", "[]");
    }

    @Test
    void delete_vs_delete() {
        check("[{'delete':1}]", "[{'delete':1}]", "[]", "[]");
    }

    @Test
    void overlapping_deletes() {
        check(
                "[{'retain':2},{'delete':4}]",
                "[{'retain':4},{'delete':4}]",
                "[{'retain':2},{'delete':2}]",
                "[{'retain':2},{'delete':2}]");
    }

    @Test
    void insert_within_a_deleted_range_survives() {
        String survivor = "[{'retain':1},{'insert':'X'}]";
        check("[{'retain':1},{'delete':4}]", "[{'retain':3},{'insert':'X'}]", survivor, survivor);
    }

    @Test
    void retain_vs_delete() {
        check("[{'retain':1,'attributes':{'color':'blue'}}]", "[{'delete':1}]", "[{'delete':1}]", "[{'delete':1}]");
    }

    @Test
    void retain_vs_retain_first_value_stays() {
        check(
                "[{'retain':1,'attributes':{'color':'blue'}}]",
                "[{'retain':1,'attributes':{'bold':true,'color':'red'}}]",
                "[{'retain':1,'attributes':{'bold':true}}]",
                "[{'retain':1,'attributes':{'bold':true,'color':'red'}}]");
    }

    @Test
    void removal_vs_setting_of_a_format() {
        check(
                "[{'retain':1,'attributes':{'bold':null}}]",
                "[{'retain':1,'attributes':{'bold':true}}]",
                "[]",
                "[{'retain':1,'attributes':{'bold':true}}]");
    }

    @Test
    void alternating_edits() {
        check(
                "[{'retain':2},{'insert':'si'},{'delete':5}]",
                "[{'retain':1},{'insert':'e'},{'delete':5},{'retain':1},{'insert':'ow'}]",
                "[{'retain':1},{'insert':'e'},{'delete':1},{'retain':2},{'insert':'ow'}]",
                "[{'retain':1},{'insert':'e'},{'delete':1},{'retain':2},{'insert':'ow'}]");
    }

    @Test
    void conflicting_appends() {
        check(
                "[{'retain':3},{'insert':'aa'}]",
                "[{'retain':3},{'insert':'bb'}]",
                "[{'retain':5},{'insert':'bb'}]",
                "[{'retain':3},{'insert':'bb'}]");
    }

    @Test
    void insert_sent_behind_its_deletion_ties_behind_it() {
        Delta behind = delta("[{'delete':2},{'insert':'X'}]");
        Delta before = delta("[{'insert':'X'},{'delete':2}]");
        Delta other = delta("[{'retain':2},{'insert':'Z'}]");
        assertThat(behind.transform(other, OTHER_FIRST)).isEqualTo(delta("[{'insert':'Z'}]"));
        assertThat(before.transform(other, OTHER_FIRST)).isEqualTo(delta("[{'retain':1},{'insert':'Z'}]"));
    }

    @Test
    void changes_of_one_embed_are_transformed_by_its_handler() {
        Delta done = delta("[{'retain':{'delta':[{'insert':'a'}]}}]");
        Delta other = delta("[{'retain':{'delta':[{'insert':'b'}]}}]");
        assertThat(done.transform(other, THIS_FIRST, NestedDeltaHandler.HANDLERS))
                .isEqualTo(delta("[{'retain':{'delta':[{'retain':1},{'insert':'b'}]}}]"));
        assertThat(done.transform(other, OTHER_FIRST, NestedDeltaHandler.HANDLERS))
                .isEqualTo(other);
    }

    @Test
    void change_of_an_embed_over_its_formatting_needs_no_handler() {
        Delta format = delta("[{'retain':1,'attributes':{'bold':true}}]");
        Delta change = delta("[{'retain':{'delta':[]}}]");
        assertThat(format.transform(change, THIS_FIRST)).isEqualTo(change);
        assertThat(change.transform(format, THIS_FIRST)).isEqualTo(format);
    }

    @Test
    void kept_text_may_be_as_long_as_lengths_can_be() {
        Delta done = delta("[{'retain':1,'attributes':{'bold':true}},{'retain':1},{'insert':'A'}]");
        Delta other = Delta.builder()
                .retain(1, Attributes.of("bold", false))
                .retain(Integer.MAX_VALUE - 3)
                .insert("x")
                .build();
        assertThat(done.transform(other, OTHER_FIRST).length()).isEqualTo(Integer.MAX_VALUE);
        Delta afterMost = Delta.builder()
                .retain(1, Attributes.of("bold", null))
                .insert("AB")
                .build();
        Delta most = Delta.builder()
                .retain(2)
                .retain(Integer.MAX_VALUE - 3)
                .insert("x")
                .build();
        assertThatThrownBy(() -> afterMost.transform(most, THIS_FIRST)).isInstanceOf(InvalidDeltaException.class);
    }

    @Test
    void change_of_an_embed_that_the_other_one_changed_elsewhere() {
        Delta done = delta("[{'retain':{'delta':[{'delete':1}]}}]");
        Delta other = delta("[{'retain':{'delta':[{'retain':2},{'insert':'b'}]}}]");
        Delta moved = delta("[{'retain':{'delta':[{'retain':1},{'insert':'b'}]}}]");
        for (Priority priority : Priority.values()) {
            assertThat(done.transform(other, priority, NestedDeltaHandler.HANDLERS))
                    .isEqualTo(moved);
        }
    }

    @Test
    void changes_of_embeds_of_different_types_leave_each_other_alone() {
        Delta done = delta("[{'retain':{'a':1},'attributes':{'bold':true}}]");
        Delta other = delta("[{'retain':{'b':1},'attributes':{'bold':false}}]");
        assertThat(done.transform(other, THIS_FIRST)).isEqualTo(delta("[{'retain':{'b':1}}]"));
        assertThat(done.transform(other, OTHER_FIRST)).isEqualTo(other);
    }
}
