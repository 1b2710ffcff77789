package org.collab.ot;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/** Refuses text that PostgreSQL, UTF-8 or a browser cannot hold: U+0000 and half surrogate pairs. */
final class CleanText {

    private CleanText() {}

    /** Looks at text, embeds and attributes, with all that is in them. */
    static void require(Delta delta) {
        Op[] ops = delta.opArray();
        for (int i = 0; i < ops.length; i++) {
            Op op = ops[i];
            requireClean(i, op.attributes());
            if (op instanceof Op.Insert insert) {
                requireClean(i, insert.text());
            } else if (op instanceof Op.Embed embed) {
                requireClean(i, embed.type());
                requireClean(i, embed.value());
            } else if (op instanceof Op.RetainEmbed retain) {
                requireClean(i, retain.type());
                requireClean(i, retain.change());
            }
        }
    }

    private static void requireClean(int op, Attributes attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            requireClean(op, attributes.key(i));
            requireClean(op, attributes.value(i));
        }
    }

    private static void requireClean(int op, @Nullable Object value) {
        if (value instanceof String text) {
            requireClean(op, text);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> requireClean(op, element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                requireClean(op, key);
                requireClean(op, element);
            });
        }
    }

    private static void requireClean(int op, String text) {
        int at = Surrogates.firstForbidden(text);
        if (at >= 0) {
            throw new InvalidDeltaException(
                    Code.FORBIDDEN_CHARACTER,
                    "op %d: text must have whole characters other than U+0000, was U+%04X at %d"
                            .formatted(op, (int) text.charAt(at), at));
        }
    }
}
