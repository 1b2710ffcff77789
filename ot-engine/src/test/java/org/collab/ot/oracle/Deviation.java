package org.collab.ot.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/** Where the engine does otherwise than quill-delta on purpose; docs/decisions.md says why. */
enum Deviation {
    /**
     * Composing "remove this format" onto a changed embed keeps the removal. quill-delta forgets it, so
     * that the composition does something else than the two edits one after the other.
     */
    CHANGED_EMBED_KEEPS_REMOVAL,

    /** Inserted content carries no "remove this format"; quill-delta stores it in the document. */
    INSERT_DROPS_REMOVAL;

    /** Whether the result has more removals on changed embeds than the expected one, and else is equal. */
    static boolean isKeptRemoval(Delta expected, Delta actual) {
        List<Op> forgetful = expected.ops();
        List<Op> keeping = actual.ops();
        return !forgetful.equals(keeping)
                && forgetful.size() == keeping.size()
                && IntStream.range(0, keeping.size()).allMatch(i -> isEqualBut(forgetful.get(i), keeping.get(i)));
    }

    private static boolean isEqualBut(Op forgetful, Op keeping) {
        if (!(forgetful instanceof Op.RetainEmbed before && keeping instanceof Op.RetainEmbed after)) {
            return forgetful.equals(keeping);
        }
        Attributes kept = before.attributes().diff(after.attributes());
        return kept.withoutNulls().isEmpty()
                && before.attributes().compose(kept, true).equals(after.attributes())
                && before.type().equals(after.type())
                && Objects.equals(before.change(), after.change());
    }

    /** Whether an expected value holds an insert with a null attribute. */
    static boolean hasRemovalOnInsert(@Nullable Object expected) {
        if (expected instanceof List<?> list) {
            return list.stream().anyMatch(Deviation::hasRemovalOnInsert);
        }
        return expected instanceof Map<?, ?> op
                && op.containsKey("insert")
                && op.get("attributes") instanceof Map<?, ?> attributes
                && attributes.containsValue(null);
    }
}
