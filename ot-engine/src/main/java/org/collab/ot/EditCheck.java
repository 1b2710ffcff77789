package org.collab.ot;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/** What must hold of an edit and of its result before a document takes it. */
final class EditCheck {

    private EditCheck() {}

    static void requireFits(Delta edit, Delta document) {
        if (edit.baseLength() > document.length()) {
            throw new InvalidDeltaException(
                    Code.OUT_OF_RANGE,
                    "the edit reaches over " + edit.baseLength() + " units of a document of " + document.length());
        }
        requireCleanText(edit);
        requireWholePairs(edit, document);
    }

    static void requireDocument(Delta result, int maxLength) {
        if (result.length() > maxLength) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG, "a document may have at most " + maxLength + " units, was " + result.length());
        }
        Op[] ops = result.opArray();
        boolean endsWithNewline = ops.length > 0
                && ops[ops.length - 1] instanceof Op.Insert last
                && last.text().endsWith("\n");
        if (!endsWithNewline) {
            throw new InvalidDeltaException(Code.NOT_A_DOCUMENT, "a document must end with a newline");
        }
    }

    /** No U+0000 and no half pair in text, in embeds, in attributes. */
    static void requireCleanText(Delta delta) {
        Op[] ops = delta.opArray();
        for (int i = 0; i < ops.length; i++) {
            Op op = ops[i];
            requireClean(i, op.attributes().asMap());
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

    /** No op may begin or end between the two halves of a pair. */
    private static void requireWholePairs(Delta edit, Delta document) {
        OpCursor base = new OpCursor(document.opArray());
        int position = 0;
        Op[] ops = edit.opArray();
        for (int i = 0; i < ops.length; i++) {
            if (ops[i].isInsert()) {
                continue;
            }
            char last = skip(base, ops[i].length());
            position += ops[i].length();
            if (Character.isHighSurrogate(last)) {
                throw new InvalidDeltaException(
                        Code.SPLIT_SURROGATE, "op " + i + ": splits the surrogate pair at " + (position - 1));
            }
        }
    }

    /** Skips units and gives the last one of them; embeds give U+FFFC. */
    private static char skip(OpCursor base, int length) {
        char last = '\uFFFC';
        for (int left = length; left > 0; ) {
            Op op = base.next(Math.min(left, base.remaining()));
            left -= op.length();
            last = op instanceof Op.Insert insert ? insert.text().charAt(op.length() - 1) : '\uFFFC';
        }
        return last;
    }
}
