package org.collab.ot.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;

/** Brings expected and actual values to one form: nothing that says nothing, neighbours made one. */
final class Normal {

    private static final Set<String> DELTAS = Set.of(
            "docA",
            "docB",
            "aNext",
            "bAfterA",
            "aAfterB",
            "aAfterB2",
            "bAfterA2",
            "mergedAFirst",
            "mergedBFirst",
            "aInverse",
            "concat");

    private Normal() {}

    static Object form(Delta delta) {
        return DeltaJson.toValues(Delta.of(delta.ops()).chop());
    }

    static @Nullable Object expected(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey("throws")) {
            return value;
        }
        if (DELTAS.contains(field)) {
            return form(TestJson.delta(Objects.requireNonNull(value)));
        }
        if (field.equals("slice")) {
            List<Object> slice = new ArrayList<>((List<?>) Objects.requireNonNull(value));
            slice.set(2, form(TestJson.delta(slice.get(2))));
            return slice;
        }
        if (field.equals("lines")) {
            return ((List<?>) Objects.requireNonNull(value))
                    .stream().map(Normal::line).toList();
        }
        return value;
    }

    private static Object line(Object line) {
        List<Object> parts = new ArrayList<>((List<?>) line);
        parts.set(0, form(TestJson.delta(parts.get(0))));
        parts.set(1, TestJson.attributes(parts.get(1)).withoutNulls().asMap());
        return parts;
    }
}
