package org.collab.ot.oracle;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.collab.ot.Attributes;
import org.collab.ot.Priority;
import org.jspecify.annotations.Nullable;

/** The fields of cases of kind "attr": operations on attribute maps. */
record AttributeFields(OracleCase oracle, BiConsumer<String, Supplier<? extends @Nullable Object>> check) {

    void run() {
        Attributes a = attributes("a");
        Attributes b = attributes("b");
        Attributes base = attributes("base");
        check.accept("composeKeepNull", () -> value(a.compose(b, true)));
        check.accept("composeDropNull", () -> value(a.compose(b, false)));
        check.accept("diff", () -> value(base.diff(b)));
        check.accept("invert", () -> a.invert(base).asMap());
        check.accept("transformPriority", () -> value(a.transform(b, Priority.THIS_FIRST)));
        check.accept("transform", () -> value(a.transform(b, Priority.OTHER_FIRST)));
    }

    @SuppressWarnings("unchecked")
    private Attributes attributes(String field) {
        Object map = oracle.input().get(field);
        return map == null ? Attributes.EMPTY : Attributes.of((Map<String, @Nullable Object>) map);
    }

    /** quill-delta has nothing where the engine has empty attributes. */
    private static @Nullable Object value(Attributes attributes) {
        return attributes.isEmpty() ? null : attributes.asMap();
    }
}
