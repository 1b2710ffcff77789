package org.collab.ot.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.collab.ot.Delta;
import org.jspecify.annotations.Nullable;

/** The fields about one document: lengths, slices, lines, the difference of two. */
record DocumentFields(OracleCase oracle, BiConsumer<String, Supplier<? extends @Nullable Object>> check) {

    void run(Delta doc, Delta a) {
        check.accept("length", () -> (long) doc.length());
        check.accept("changeLength", () -> (long) a.changeLength());
        check.accept("slice", () -> {
            List<?> expected =
                    (List<?>) Objects.requireNonNull(oracle.expected().get("slice"));
            return List.of(expected.get(0), expected.get(1), Normal.form(slice(doc)));
        });
        check.accept("concat", () -> Normal.form(doc.concat(slice(doc))));
        check.accept("lines", () -> lines(doc));
    }

    private Delta slice(Delta doc) {
        List<?> expected = (List<?>) Objects.requireNonNull(oracle.expected().get("slice"));
        return doc.slice(((Long) expected.get(0)).intValue(), ((Long) expected.get(1)).intValue());
    }

    private static List<Object> lines(Delta doc) {
        List<Object> lines = new ArrayList<>();
        doc.eachLine(line -> lines.add(
                List.of(Normal.form(line.contents()), line.attributes().asMap(), (long) line.index())));
        return lines;
    }
}
