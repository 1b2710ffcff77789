package org.collab.ot.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.Priority;
import org.collab.ot.Rebase;
import org.collab.ot.RichText;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableEmbedTest {

    private static final long SEED = 20_261;
    private static final int CASES = 20_000;

    private static final String TWO_BY_TWO =
            "{\"rows\":{\"r1\":\"i\",\"r2\":\"r\"},\"columns\":{\"c1\":\"i\",\"c2\":\"r\"},"
                    + "\"r1:c1\":[{\"insert\":\"Name\",\"bold\":true}],\"r2:c2\":[{\"insert\":\"42\"}]}";

    @Test
    void laws_hold_for_random_tables_and_changes() {
        System.out.println("TableEmbedTest: seeds from " + SEED);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            RandomTables random = new RandomTables(seed);
            Map<String, @Nullable Object> table = random.table();
            Map<String, @Nullable Object> a = random.change(table);
            Map<String, @Nullable Object> b = random.change(table);
            Map<String, @Nullable Object> next = random.change(TableLaws.apply(table, a));
            try {
                TableLaws.check(table, a, b, next);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + table + "\n a " + a + "\n b " + b, e);
            }
        }
    }

    @Test
    void row_and_column_and_typing_at_the_same_time_all_stay() {
        String merged = merge(
                "{\"rows\":{\"r3\":\"k\"}}",
                "{\"columns\":{\"c3\":\"x\"}}",
                "{\"r1:c1\":[{\"retain\":4},{\"insert\":\"!\"}]}");
        assertThat(merged)
                .contains("\"rows\":{\"r1\":\"i\",\"r2\":\"r\",\"r3\":\"k\"}")
                .contains("\"columns\":{\"c1\":\"i\",\"c2\":\"r\",\"c3\":\"x\"}")
                .contains("\"r1:c1\":[{\"bold\":true,\"insert\":\"Name\"},{\"insert\":\"!\"}]");
    }

    @Test
    void typing_survives_the_move_of_its_row() {
        assertThat(merge("{\"rows\":{\"r2\":\"a\"}}", "{\"r2:c2\":[{\"insert\":\"x\"}]}"))
                .contains("\"r2\":\"a\"")
                .contains("\"r2:c2\":[{\"insert\":\"x42\"}]");
    }

    @Test
    void removal_beats_a_move_in_either_order() {
        String removal = "{\"rows\":{\"r2\":null}}";
        String move = "{\"rows\":{\"r2\":\"a\"}}";
        assertThat(merge(removal, move)).isEqualTo(merge(move, removal)).contains("\"rows\":{\"r1\":\"i\"}");
    }

    @Test
    void typing_in_a_removed_row_is_back_when_the_removal_is_undone() {
        Map<String, @Nullable Object> table = object(TWO_BY_TWO);
        Map<String, @Nullable Object> removal = object("{\"rows\":{\"r2\":null},\"r2:c2\":[{\"delete\":2}]}");
        Map<String, @Nullable Object> typing = object("{\"r2:c2\":[{\"retain\":1},{\"insert\":\"x\"}]}");
        Map<String, @Nullable Object> undo = TableEmbed.INSTANCE.invert(removal, table);
        Object typed = TableEmbed.INSTANCE.transform(removal, typing, Priority.THIS_FIRST);
        Object undone = TableEmbed.INSTANCE.transform(typed, undo, Priority.THIS_FIRST);
        Object result = TableLaws.apply(TableLaws.apply(TableLaws.apply(table, removal), typed), undone);
        assertThat(TestJson.write(result)).contains("\"r2\":\"r\"").containsPattern("x42|42x|4x2");
    }

    @Test
    void of_two_places_the_first_one_committed_stays() {
        assertThat(merge("{\"rows\":{\"r2\":\"a\"}}", "{\"rows\":{\"r2\":\"z\"}}"))
                .contains("\"r2\":\"a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "{\"rows\":[]}",
                "{\"rows\":{\"constructor\":\"i\"}}",
                "{\"rows\":{\"R1\":\"i\"}}",
                "{\"rows\":{\"r1\":1}}",
                "{\"rows\":{\"r1\":\"\"}}",
                "{\"rows\":{\"r1\":{\"insert\":\"i\"}}}",
                "{\"cells\":{}}",
                "{\"r1\":[{\"insert\":\"x\"}]}",
                "{\"r1:c1\":null}",
                "{\"r1:c1\":\"x\"}",
                "{\"r1:c1\":[null]}",
                "{\"r1:c1\":[{\"insert\":\"\"}]}",
                "{\"r1:c1\":[{\"delete\":0}]}",
                "{\"r1:c1\":[{\"insert\":{\"image\":\"x\"}}]}",
                "{\"r1:c1\":[{\"retain\":{\"table-embed\":{}}}]}",
                "{\"r1:c1\":[{\"insert\":\"a\",\"delete\":1}]}",
                "{\"align\":{\"r1\":\"left\"}}",
                "{\"align\":{\"r1:c1\":{\"a\":1}}}",
                "{\"settings\":{\"header\":[1]}}"
            })
    void malformed_table_or_change_is_refused(String json) {
        Object value = TestJson.read(json);
        assertThatThrownBy(() -> TableContent.readTable(value)).isInstanceOf(InvalidDeltaException.class);
        assertThatThrownBy(() -> TableContent.readChange(value)).isInstanceOf(InvalidDeltaException.class);
        assertThatThrownBy(() -> TableEmbed.INSTANCE.compose(object(TWO_BY_TWO), value, false))
                .isInstanceOf(InvalidDeltaException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rows\":{\"r1\":null}}",
                "{\"r1:c1\":[{\"retain\":1}]}",
                "{\"r1:c1\":[{\"insert\":\"a\"},{\"delete\":1}]}",
                "{\"settings\":{\"header\":null}}"
            })
    void change_is_no_table(String json) {
        assertThatThrownBy(() -> TableContent.readTable(TestJson.read(json))).isInstanceOf(InvalidDeltaException.class);
        assertThatCode(() -> TableContent.readChange(TestJson.read(json))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"r1:c1\":[{\"delete\":5}]}",
                "{\"r1:c1\":[{\"retain\":4},{\"delete\":1}]}",
                "{\"r2:c1\":[{\"retain\":1,\"bold\":true}]}",
                "{\"r9:c9\":[{\"delete\":1}]}"
            })
    void I7_change_beyond_a_cells_text_is_refused(String change) {
        RichText document = document();
        assertThatThrownBy(() -> document.apply(retain(change))).isInstanceOf(InvalidDeltaException.class);
    }

    @Test
    void I7_half_a_character_is_refused() {
        RichText document = document().apply(retain("{\"r2:c1\":[{\"insert\":\"😀\"}]}"));
        assertThatThrownBy(() -> document.apply(retain("{\"r2:c1\":[{\"delete\":1}]}")))
                .isInstanceOf(InvalidDeltaException.class);
    }

    @Test
    void L7_table_is_bounded() {
        RichText document = document();
        Map<String, @Nullable Object> rows = new TreeMap<>();
        for (int i = 0; i < 498; i++) {
            rows.put("n" + i, "k");
        }
        RichText full = document.apply(retain(TestJson.write(Map.of("rows", rows))));
        assertThatThrownBy(() -> full.apply(retain("{\"rows\":{\"more\":\"k\"}}")))
                .hasMessageContaining("at most 500 rows, was 501");
        String long_ = "x".repeat(20_001);
        assertThatThrownBy(() -> document.apply(retain("{\"r1:c1\":[{\"insert\":\"" + long_ + "\"}]}")))
                .isInstanceOf(InvalidDeltaException.class);
        String wide = "é".repeat(20_000);
        Map<String, @Nullable Object> text = new TreeMap<>();
        for (String cell : new String[] {"r1:c1", "r1:c2", "r2:c1", "r2:c2", "r3:c1"}) {
            text.put(cell, java.util.List.of(Map.of("insert", wide)));
        }
        assertThatThrownBy(() -> document.apply(retain(TestJson.write(text)))).hasMessageContaining("bytes");
    }

    @Test
    void change_of_a_table_in_a_document_is_rebased_over_text_and_table() {
        Delta typed = Delta.builder().insert("before ").build();
        Delta row = retain("{\"rows\":{\"r3\":\"x\"}}");
        Delta cell = retain("{\"r1:c2\":[{\"insert\":\"hi\"}]}");
        Delta rebased = Rebase.over(cell, java.util.List.of(typed, moved(row, 7)), TableEmbed.HANDLERS);
        RichText text = document().apply(typed).apply(moved(row, 7)).apply(rebased);
        assertThat(text.toString()).contains("\"r3\":\"x\"").contains("\"r1:c2\":[{\"insert\":\"hi\"}]");
    }

    @Test
    void text_of_a_change_that_could_not_be_made_is_handed_out() {
        Delta edit = retain("{\"r1:c1\":[{\"delete\":4},{\"insert\":\"one\"}],\"r1:c2\":[{\"insert\":\"two\"}]}");
        assertThat(TableEmbed.HANDLERS.insertedText(edit.ops().get(0))).isEqualTo("one\ntwo");
    }

    private static Delta moved(Delta edit, int by) {
        return Delta.builder().retain(by).build().concat(edit);
    }

    private static RichText document() {
        Delta table = DeltaJson.read("[{\"insert\":{\"table-embed\":" + TWO_BY_TWO + "}}]");
        return RichText.empty(TableEmbed.HANDLERS).apply(table);
    }

    private static Delta retain(String change) {
        return DeltaJson.read("[{\"retain\":{\"table-embed\":" + change + "}}]");
    }

    private static Map<String, @Nullable Object> object(String json) {
        return TestJson.readObject(json);
    }

    /** The two-by-two table after changes that were all made to it, committed in this order. */
    private static String merge(String... changes) {
        RichText text = document();
        java.util.List<Delta> log = new java.util.ArrayList<>();
        for (String change : changes) {
            Delta rebased = Rebase.over(retain(change), log, TableEmbed.HANDLERS);
            text = text.apply(rebased);
            log.add(rebased);
        }
        return text.toString();
    }
}
