package org.collab.ot;

import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/** One step of a delta. Lengths are UTF-16 code units; an embed is one unit long. */
public sealed interface Op {

    /** How many units the op inserts, keeps or deletes; always positive. */
    int length();

    /** The op's formatting; empty for a deletion. */
    Attributes attributes();

    /** Whether the op puts new content in. */
    default boolean isInsert() {
        return this instanceof Insert || this instanceof Embed;
    }

    /** Text put in; never empty. Content cannot carry "remove this format": null attributes are dropped. */
    record Insert(String text, Attributes attributes) implements Op {
        public Insert {
            if (text.isEmpty()) {
                throw new InvalidDeltaException(Code.MALFORMED_OP, "insert must not be empty");
            }
            attributes = attributes.withoutNulls();
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /** An object put in: {@code {"image":"https://…"}} is of type "image". Null attributes are dropped. */
    record Embed(String type, @Nullable Object value, Attributes attributes) implements Op {
        public Embed {
            value = JsonValues.canonical(value);
            attributes = attributes.withoutNulls();
        }

        @Override
        public int length() {
            return 1;
        }
    }

    /** Content kept, with its formatting changed where there are attributes. */
    record Retain(int length, Attributes attributes) implements Op {
        public Retain {
            requirePositive("retain", length);
        }

        boolean isPlain() {
            return attributes.isEmpty();
        }
    }

    /** An embed kept and changed: what the change means is its type's handler's business. */
    record RetainEmbed(String type, @Nullable Object change, Attributes attributes) implements Op {
        public RetainEmbed {
            change = JsonValues.canonical(change);
        }

        @Override
        public int length() {
            return 1;
        }
    }

    /** Content taken out. */
    record Delete(int length) implements Op {
        public Delete {
            requirePositive("delete", length);
        }

        @Override
        public Attributes attributes() {
            return Attributes.EMPTY;
        }
    }

    private static void requirePositive(String what, int length) {
        if (length <= 0) {
            throw new InvalidDeltaException(Code.MALFORMED_OP, what + " must be a positive integer, was " + length);
        }
    }
}
