package org.collab.ot;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what PostgreSQL, UTF-8 or a browser cannot hold: U+0000, half surrogate pairs, and the key
 * {@code __proto__}, which a browser takes for something else where it copies an object. And values that
 * nest so deep that {@link Limits#DOCUMENT} would not let them be read again.
 */
final class CleanText {

    /** The list of ops, the op, and its attributes or its embed are three levels around a value. */
    private static final int MAX_VALUE_DEPTH = Limits.DOCUMENT.depth() - 3;

    private CleanText() {}

    /** Looks at text, embeds and attributes, with all that is in them. */
    static void require(Delta delta) {
        Op[] ops = delta.opArray();
        for (int i = 0; i < ops.length; i++) {
            require(i, ops[i]);
        }
    }

    static void require(int index, Op op) {
        Attributes attributes = op.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            requireKey(index, attributes.key(i));
            requireClean(index, attributes.value(i), MAX_VALUE_DEPTH);
        }
        if (op instanceof Op.Insert insert) {
            requireClean(index, insert.text());
        } else if (op instanceof Op.Embed embed) {
            requireKey(index, embed.type());
            requireClean(index, embed.value(), MAX_VALUE_DEPTH);
        } else if (op instanceof Op.RetainEmbed retain) {
            requireKey(index, retain.type());
            requireClean(index, retain.change(), MAX_VALUE_DEPTH);
        }
    }

    private static void requireClean(int op, @Nullable Object value, int depth) {
        if (value instanceof String text) {
            requireClean(op, text);
        } else if (value instanceof List<?> list) {
            requireDepth(op, depth);
            list.forEach(element -> requireClean(op, element, depth - 1));
        } else if (value instanceof Map<?, ?> map) {
            requireDepth(op, depth);
            map.forEach((key, element) -> {
                requireKey(op, String.valueOf(key));
                requireClean(op, element, depth - 1);
            });
        }
    }

    private static void requireDepth(int op, int depth) {
        if (depth == 0) {
            throw new InvalidDeltaException(
                    Code.TOO_DEEP,
                    "op %d: objects and lists in a value may nest at most %d deep".formatted(op, MAX_VALUE_DEPTH));
        }
    }

    private static void requireKey(int op, String key) {
        if (key.equals("__proto__")) {
            throw new InvalidDeltaException(Code.FORBIDDEN_KEY, "op " + op + ": the key __proto__ must not be used");
        }
        requireClean(op, key);
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
