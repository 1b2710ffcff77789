package org.collab.ot.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.collab.ot.Priority;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The cases of {@code table-cases.jsonl}, which the browser's handler reads too. {@code -Dtable.write=true}
 * writes the file anew.
 */
class TableCasesTest {

    private static final Path FILE = Path.of("src/test/resources/table-cases.jsonl");
    private static final int CASES = 400;
    private static final TableEmbed HANDLER = TableEmbed.INSTANCE;

    @Test
    void handler_does_what_the_cases_say() throws IOException {
        if (Boolean.getBoolean("table.write")) {
            Files.write(
                    FILE,
                    LongStream.range(0, CASES).mapToObj(TableCasesTest::write).toList());
        }
        List<String> cases = Files.readAllLines(FILE);
        assertThat(cases).hasSize(CASES);
        for (String line : cases) {
            Map<String, @Nullable Object> read = TestJson.readObject(line);
            assertThat(TestJson.write(
                            outcome(part(read, "table"), part(read, "a"), part(read, "b"), part(read, "next"))))
                    .isEqualTo(line);
        }
    }

    private static String write(long seed) {
        RandomTables random = new RandomTables(seed);
        Map<String, @Nullable Object> table = random.table();
        Map<String, @Nullable Object> a = random.change(table);
        Map<String, @Nullable Object> b = random.change(table);
        Map<String, @Nullable Object> next = random.change(TableLaws.apply(table, a));
        return TestJson.write(outcome(table, a, b, next));
    }

    private static Map<String, @Nullable Object> outcome(
            Map<String, @Nullable Object> table,
            Map<String, @Nullable Object> a,
            Map<String, @Nullable Object> b,
            Map<String, @Nullable Object> next) {
        Map<String, @Nullable Object> result = new TreeMap<>();
        result.put("table", table);
        result.put("a", a);
        result.put("b", b);
        result.put("next", next);
        result.put("afterA", TableLaws.apply(table, a));
        result.put("bAfterA", HANDLER.transform(a, b, Priority.THIS_FIRST));
        result.put("aBeforeB", HANDLER.transform(b, a, Priority.OTHER_FIRST));
        result.put("merged", TableLaws.apply(TableLaws.apply(table, a), HANDLER.transform(a, b, Priority.THIS_FIRST)));
        result.put("aThenNext", HANDLER.compose(a, next, true));
        result.put("undoA", HANDLER.invert(a, table));
        return result;
    }

    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> read, String key) {
        return TableContent.object(read.get(key));
    }
}
