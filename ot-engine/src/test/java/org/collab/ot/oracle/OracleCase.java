package org.collab.ot.oracle;

import java.util.Map;
import java.util.Objects;
import org.collab.ot.Delta;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;

/** One line of an oracle file: an input and what quill-delta made of it. */
public record OracleCase(
        long id, String kind, Map<String, @Nullable Object> input, Map<String, @Nullable Object> expected) {

    @SuppressWarnings("unchecked")
    static OracleCase of(Map<String, @Nullable Object> line) {
        long id = (Long) Objects.requireNonNull(line.get("id"));
        String kind = (String) Objects.requireNonNull(line.get("kind"));
        Map<String, @Nullable Object> expected =
                (Map<String, @Nullable Object>) Objects.requireNonNull(line.get("expect"));
        return new OracleCase(id, kind, line, expected);
    }

    boolean has(String field) {
        return input.containsKey(field);
    }

    Delta delta(String field) {
        return TestJson.delta(Objects.requireNonNull(input.get(field), field));
    }
}
