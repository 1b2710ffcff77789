package org.collab.ot;

import org.jspecify.annotations.Nullable;

/**
 * Walks over ops in pieces. Behind the last op the list goes on as if with one endless plain retain:
 * {@link #remaining} is then {@link #ENDLESS} and {@link #next} gives plain retains.
 */
final class OpCursor {

    static final int ENDLESS = Integer.MAX_VALUE;

    private final Op[] ops;
    private int index;
    private int offset;

    OpCursor(Op[] ops) {
        this.ops = ops;
    }

    boolean hasNext() {
        return index < ops.length;
    }

    boolean isAtInsert() {
        return index < ops.length && ops[index].isInsert();
    }

    boolean isAtDelete() {
        return index < ops.length && ops[index] instanceof Op.Delete;
    }

    boolean isAtPlainRetain() {
        return index < ops.length && ops[index] instanceof Op.Retain retain && retain.isPlain();
    }

    /** The whole op that the cursor is in; there must be one. */
    Op current() {
        return ops[index];
    }

    /** Goes on by at most the rest of the current op, which must be there. */
    void advance(int length) {
        offset += length;
        if (offset == ops[index].length()) {
            index++;
            offset = 0;
        }
    }

    /** Units left of the current op. */
    int remaining() {
        return index < ops.length ? ops[index].length() - offset : ENDLESS;
    }

    /** The rest of the current op. */
    Op next() {
        return next(remaining());
    }

    /** The next {@code length} units of the current op, which must have that many. */
    Op next(int length) {
        Op op = peek();
        if (op == null) {
            return new Op.Retain(length, Attributes.EMPTY);
        }
        int from = offset;
        advance(length);
        return piece(op, from, length);
    }

    /** Skips units, at most to the end. */
    void skip(int length) {
        for (int left = length; left > 0 && hasNext(); ) {
            int step = Math.min(left, remaining());
            advance(step);
            left -= step;
        }
    }

    /** Units of the current insert before the first such character; all of an insert without one. */
    int lengthUntil(char c) {
        int at = ops[index] instanceof Op.Insert insert ? insert.text().indexOf(c, offset) : -1;
        return at < 0 ? remaining() : at - offset;
    }

    private @Nullable Op peek() {
        return index < ops.length ? ops[index] : null;
    }

    static Op piece(Op op, int from, int length) {
        if (length == op.length()) {
            return op;
        }
        if (op instanceof Op.Insert insert) {
            return new Op.Insert(insert.text().substring(from, from + length), insert.attributes());
        }
        return op instanceof Op.Delete ? new Op.Delete(length) : new Op.Retain(length, op.attributes());
    }
}
