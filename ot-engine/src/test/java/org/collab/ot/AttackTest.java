package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Deltas.delta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody would send who wants to break a document or the server; nothing of it gets in. */
@Timeout(30)
class AttackTest {

    private static void refused(Code code, ThrowingCallable attack) {
        assertThatThrownBy(attack)
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static RichText document(String text) {
        return RichText.of(Delta.builder().insert(text).build());
    }

    /** Whatever got in can be loaded again and is the same. */
    private static RichText loadable(RichText text) {
        Delta loaded = DeltaJson.read(DeltaJson.write(text.toDelta()), Limits.DOCUMENT);
        assertThat(RichText.of(loaded)).isEqualTo(text);
        return text;
    }

    @Test
    void counts_beyond_every_integer() {
        refused(Code.MALFORMED_OP, () -> delta("[{'retain':2147483648}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'retain':4294967297}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'delete':9223372036854775808}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'delete':-9223372036854775809}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'delete':1e30}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'retain':1e-30}]"));
        refused(Code.MALFORMED_OP, () -> delta("[{'retain':1" + "0".repeat(10_000) + ".5e-10000}]".replace("1", "7")));
    }

    @Test
    void sums_that_would_wrap_to_something_small() {
        String half = "{'retain':1073741824}";
        refused(Code.TOO_LONG, () -> delta("[" + half + "," + half + "," + half + "," + half + ",{'delete':1}]"));
        refused(Code.TOO_LONG, () -> delta("[{'delete':2000000},{'delete':1}]"));
    }

    @Test
    void builder_and_compose_do_not_wrap_either() {
        DeltaBuilder most = Delta.builder().retain(Integer.MAX_VALUE);
        refused(Code.TOO_LONG, () -> most.retain(1));
        refused(
                Code.TOO_LONG,
                () -> Delta.builder().retain(Integer.MAX_VALUE).delete(1).build());
        Delta far = Delta.builder().retain(Integer.MAX_VALUE - 1).delete(1).build();
        refused(Code.TOO_LONG, () -> Delta.builder().insert("ab").build().transform(far, Priority.THIS_FIRST));
        refused(Code.TOO_LONG, () -> far.compose(Delta.builder().insert("ab").build()));
        refused(Code.MALFORMED_OP, () -> new Op.Retain(-1, Attributes.EMPTY));
        refused(Code.MALFORMED_OP, () -> Delta.builder().delete(-1));
    }

    @Test
    void numbers_that_are_none() {
        refused(Code.MALFORMED_JSON, () -> delta("[{'insert':'a','attributes':{'size':1e400}}]"));
        refused(Code.MALFORMED_JSON, () -> delta("[{'insert':'a','attributes':{'size':-1e400}}]"));
        refused(Code.MALFORMED_JSON, () -> delta("[{'insert':'a','attributes':{'size':NaN}}]"));
        refused(Code.MALFORMED_OP, () -> Attributes.of("size", Double.NaN));
        refused(Code.MALFORMED_OP, () -> Attributes.of("size", Double.POSITIVE_INFINITY));
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(List.of(Map.of("retain", Double.NaN))));
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(List.of(Map.of("retain", Float.NEGATIVE_INFINITY))));
    }

    @Test
    void minus_zero_is_zero_as_in_javascript() {
        Delta zero = delta("[{'insert':'a','attributes':{'size':-0.0}}]");
        assertThat(DeltaJson.write(zero)).isEqualTo("[{\"attributes\":{\"size\":0},\"insert\":\"a\"}]");
    }

    @Test
    void many_of_the_numbers_that_are_costly_to_write() {
        String numbers = String.join(",", Collections.nCopies(11_000, "2.2250738585072014e-308"));
        Delta delta = delta("[{'insert':{'a':[" + numbers + "]}}]");
        assertThat(DeltaJson.read(DeltaJson.write(delta))).isEqualTo(delta);
    }

    @Test
    void keys_that_are_something_else_in_javascript() {
        RichText text = document("ab\n");
        refused(Code.FORBIDDEN_KEY, () -> text.apply(delta("[{'retain':1,'attributes':{'__proto__':1}}]")));
        refused(Code.FORBIDDEN_KEY, () -> text.apply(delta("[{'insert':'a','attributes':{'x':{'__proto__':1}}}]")));
        refused(Code.FORBIDDEN_KEY, () -> text.apply(delta("[{'insert':{'__proto__':1}}]")));
        refused(Code.FORBIDDEN_KEY, () -> text.apply(delta("[{'insert':{'a':[{'__proto__':1}]}}]")));
        refused(Code.FORBIDDEN_KEY, () -> text.apply(delta("[{'retain':{'__proto__':1}}]")));
        refused(Code.MALFORMED_OP, () -> delta("[{'insert':'a','__proto__':{}}]"));
    }

    @Test
    void keys_that_javascript_objects_only_inherit_are_keys_like_all() {
        Delta inherited = delta("[{'insert':'a','attributes':{'constructor':1,'hasOwnProperty':2,'toString':3}}]");
        RichText text = loadable(document("\n").apply(inherited));
        assertThat(text.toDelta().ops().get(0).attributes().get("constructor")).isEqualTo(1L);
    }

    @Test
    void keys_that_are_there_twice() {
        refused(Code.MALFORMED_JSON, () -> delta("[{'retain':1,'retain':1}]"));
        refused(Code.MALFORMED_JSON, () -> delta("[{'retain':1,'\\u0072etain':2}]"));
        refused(Code.MALFORMED_JSON, () -> delta("[{'insert':'a','attributes':{'b':1,'c':2,'b':1}}]"));
    }

    @Test
    void values_that_contain_themselves() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("map", map);
        List<@Nullable Object> list = new ArrayList<>();
        list.add(list);
        refused(Code.TOO_DEEP, () -> DeltaJson.fromValues(List.of(map)));
        refused(Code.TOO_DEEP, () -> Attributes.of(map));
        refused(Code.TOO_DEEP, () -> new Op.Embed("a", list, Attributes.EMPTY));
    }

    @Test
    void values_that_are_no_json() {
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(List.of(Map.of("insert", new Object()))));
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(List.of(Map.of("insert", 'a'))));
        Map<Object, Object> numbered = Map.of(1, "a");
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(List.of(numbered)));
        List<@Nullable Object> none = new ArrayList<>();
        none.add(null);
        refused(Code.MALFORMED_OP, () -> DeltaJson.fromValues(none));
    }

    @Test
    void embeds_whose_hashes_are_all_the_same() {
        DeltaBuilder first = Delta.builder();
        DeltaBuilder second = Delta.builder();
        for (int i = 0; i < 1 << 15; i++) {
            StringBuilder id = new StringBuilder();
            for (int bit = 0; bit < 15; bit++) {
                id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            (i % 2 == 0 ? first : second).embed("image", id.toString());
        }
        Delta from = first.build();
        Delta to = second.build();
        assertThat(from.compose(from.diff(to))).isEqualTo(to);
    }

    @Test
    void change_of_an_embed_without_a_handler() {
        RichText text = RichText.of(delta("[{'insert':{'table':1}},{'insert':'\\n'}]"));
        Delta change = delta("[{'retain':{'table':2}}]");
        refused(Code.EMBED_MISMATCH, () -> text.apply(change));
        refused(Code.EMBED_MISMATCH, () -> change.compose(change));
        refused(Code.EMBED_MISMATCH, () -> change.transform(change, Priority.THIS_FIRST));
        refused(Code.EMBED_MISMATCH, () -> Rebase.over(change, List.of(change)));
        refused(Code.EMBED_MISMATCH, () -> change.invert(text.toDelta()));
        refused(Code.EMBED_MISMATCH, () -> text.apply(delta("[{'retain':1},{'retain':{'table':2}}]")));
    }

    @Test
    void handler_that_is_led_to_give_back_what_no_document_may_hold() {
        EmbedHandlers handlers = EmbedHandlers.of(Map.of("table", new Replacing()));
        RichText text = RichText.of(delta("[{'insert':{'table':1}},{'insert':'\\n'}]"), handlers);
        refused(Code.FORBIDDEN_CHARACTER, () -> text.apply(delta("[{'retain':{'table':'nul'}}]")));
        refused(Code.TOO_DEEP, () -> text.apply(delta("[{'retain':{'table':'deep'}}]")));
        RichText changed = text.apply(delta("[{'retain':{'table':[[['fits']]]}}]"));
        assertThat(DeltaJson.read(DeltaJson.write(changed.toDelta()), Limits.DOCUMENT))
                .isEqualTo(changed.toDelta());
    }

    @Test
    void values_so_deep_that_they_could_not_be_read_again() {
        RichText text = document("ab\n");
        List<Object> three = List.of(List.of(List.of()));
        loadable(text.apply(Delta.builder().embed("a", three).build()));
        loadable(text.apply(Delta.builder().retain(1, Map.of("a", three)).build()));
        List<Object> four = List.of(three);
        refused(Code.TOO_DEEP, () -> text.apply(Delta.builder().embed("a", four).build()));
        refused(
                Code.TOO_DEEP,
                () -> text.apply(Delta.builder().insert("x", Map.of("a", four)).build()));
        refused(
                Code.TOO_DEEP,
                () -> text.apply(Delta.builder()
                        .retain(1, Map.of("a", Map.of("b", three)))
                        .build()));
        refused(
                Code.TOO_DEEP,
                () -> RichText.of(Delta.builder().embed("a", four).insert("\n").build()));
    }

    /** Takes a change for the new value; two changes give what a careless handler might. */
    private static final class Replacing implements EmbedHandler {
        @Override
        public @Nullable Object compose(@Nullable Object first, @Nullable Object next, boolean isChange) {
            if ("nul".equals(next)) {
                return "\0";
            }
            return "deep".equals(next) ? List.of(List.of(List.of(List.of()))) : next;
        }

        @Override
        public @Nullable Object transform(@Nullable Object other, @Nullable Object change, Priority priority) {
            return change;
        }

        @Override
        public @Nullable Object invert(@Nullable Object change, @Nullable Object base) {
            return base;
        }
    }

    @Test
    void text_that_is_whole_only_together_with_its_neighbour() {
        RichText text = document("ab\n");
        refused(
                Code.FORBIDDEN_CHARACTER,
                () -> text.apply(delta("[{'insert':'\\ud83d'},{'insert':'\\ude00'," + "'attributes':{'bold':true}}]")));
        assertThat(loadable(text.apply(delta("[{'insert':'\\ud83d'},{'insert':'\\ude00'}]")))
                        .toDelta())
                .isEqualTo(delta("[{'insert':'😀ab\\n'}]"));
        refused(
                Code.FORBIDDEN_CHARACTER,
                () -> text.apply(delta("[{'insert':'\\ud83d'},{'retain':1}," + "{'insert':'\\ude00'}]")));
    }

    @Test
    void composition_that_splits_a_pair() {
        RichText text = document("a\n");
        Delta pair = delta("[{'retain':1},{'insert':'😀'}]");
        Delta half = delta("[{'retain':2},{'delete':1}]");
        refused(Code.FORBIDDEN_CHARACTER, () -> text.apply(pair.compose(half)));
        Delta bold = delta("[{'retain':2},{'retain':1,'attributes':{'bold':true}}]");
        refused(Code.FORBIDDEN_CHARACTER, () -> text.apply(pair.compose(bold)));
        Delta between = delta("[{'retain':2},{'insert':'x'}]");
        refused(Code.FORBIDDEN_CHARACTER, () -> text.apply(pair.compose(between)));
    }

    @Test
    void edits_that_fit_one_by_one_and_not_together() {
        RichText text = document("ab\n");
        Delta lastNewline = delta("[{'retain':2},{'insert':'\\n'},{'delete':1}]");
        Delta twoNewlines = delta("[{'retain':1},{'delete':2},{'insert':'\\n'}]");
        RichText after = text.apply(lastNewline);
        assertThat(text.apply(twoNewlines).length()).isEqualTo(2);
        assertThat(loadable(after.apply(Rebase.over(twoNewlines, List.of(lastNewline))))
                        .length())
                .isEqualTo(3);
        Delta movedEnd = delta("[{'insert':'\\n'},{'delete':3}]");
        Delta onlyFirst = delta("[{'retain':2},{'insert':'x\\n'},{'delete':1}]");
        RichText both = text.apply(onlyFirst).apply(Rebase.over(movedEnd, List.of(onlyFirst)));
        loadable(both);
    }

    @Test
    void two_edits_that_each_keep_another_newline_as_the_last() {
        RichText text = document("a\n\n");
        Delta first = delta("[{'retain':1},{'delete':1}]");
        Delta second = delta("[{'retain':2},{'delete':1}]");
        RichText after = text.apply(first);
        assertThat(text.apply(second).length()).isEqualTo(2);
        refused(Code.NOT_A_DOCUMENT, () -> after.apply(Rebase.over(second, List.of(first))));
        assertThat(after.toDelta()).isEqualTo(delta("[{'insert':'a\\n'}]"));
    }

    @Test
    void two_edits_that_each_fill_the_document() {
        RichText text = document("\n");
        Delta half = Delta.builder().insert("a".repeat(1_200_000)).build();
        RichText after = text.apply(half);
        refused(Code.TOO_LONG, () -> after.apply(Rebase.over(half, List.of(half))));
    }

    @Test
    void edit_of_a_pair_that_another_one_deleted_is_never_half_done() {
        for (long seed = 0; seed < 3_000; seed++) {
            RandomDeltas random = new RandomDeltas(seed);
            RichText text = RichText.of(random.document());
            Delta careless = random.carelessEdit(text.toDelta());
            Delta committed = random.edit(text.toDelta());
            RichText after = text.apply(committed);
            try {
                loadable(after.apply(Rebase.over(careless, List.of(committed))));
            } catch (InvalidDeltaException e) {
                assertThat(e.code()).isIn(Code.SPLIT_SURROGATE, Code.NOT_A_DOCUMENT);
            }
        }
    }

    @Test
    void fitting_edits_never_split_a_pair_together() {
        for (long seed = 0; seed < 3_000; seed++) {
            RandomDeltas random = new RandomDeltas(seed);
            RichText text = RichText.of(random.document());
            Delta a = random.edit(text.toDelta());
            Delta b = random.edit(text.toDelta());
            loadable(text.apply(a).apply(Rebase.over(b, List.of(a))));
        }
    }

    @Test
    void edit_with_as_many_ops_as_allowed_in_a_large_document() {
        RichText text = document("ab".repeat(900_000) + "\n");
        DeltaBuilder edit = Delta.builder();
        for (int i = 0; i < 2_500; i++) {
            edit.retain(350).insert("x", Attributes.of("bold", true));
        }
        Delta many = DeltaJson.read(DeltaJson.write(edit.build()));
        assertThat(loadable(text.apply(many)).length()).isEqualTo(text.length() + 2_500);
    }
}
