package org.collab.ot.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.collab.ot.Priority;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;

/** What must hold for every table and every two changes of it. */
final class TableLaws {

    private static final TableEmbed HANDLER = TableEmbed.INSTANCE;

    private TableLaws() {}

    static void check(
            Map<String, @Nullable Object> table,
            Map<String, @Nullable Object> a,
            Map<String, @Nullable Object> b,
            Map<String, @Nullable Object> afterA) {
        meet(table, a, b);
        meet(table, b, a);
        Object both = HANDLER.compose(a, afterA, true);
        assertThat(apply(table, both)).isEqualTo(apply(apply(table, a), afterA));
        for (Object change : new Object[] {a, b, both}) {
            Object undo = HANDLER.invert(change, table);
            assertThat(apply(apply(table, change), undo)).isEqualTo(canonical(table));
        }
    }

    private static void meet(
            Map<String, @Nullable Object> table, Map<String, @Nullable Object> a, Map<String, @Nullable Object> b) {
        Object one = apply(apply(table, a), HANDLER.transform(a, b, Priority.THIS_FIRST));
        Object other = apply(apply(table, b), HANDLER.transform(b, a, Priority.OTHER_FIRST));
        assertThat(one).isEqualTo(other);
        TableContent.readTable(one);
        assertThat(TestJson.read(TestJson.write(one))).isEqualTo(one);
    }

    static Map<String, @Nullable Object> apply(Map<String, @Nullable Object> table, @Nullable Object change) {
        return canonical(HANDLER.compose(table, change, false));
    }

    static Map<String, @Nullable Object> canonical(Map<String, @Nullable Object> value) {
        return TestJson.readObject(TestJson.write(value));
    }
}
