package org.collab.ot;

/**
 * Walks over ops in pieces. Behind the last op the list goes on as if with one endless plain retain:
 * {@link #remaining} is then {@link #ENDLESS} and {@link #next} gives plain retains.
 *
 * <p>What the current op is and how much of it is left is looked up once an op, not once a step.
 */
final class OpCursor {

    static final int ENDLESS = Integer.MAX_VALUE;

    /** What an op does; the endless retain behind the last one is none of these. */
    private enum Kind {
        INSERT,
        DELETE,
        KEEP,
        CHANGE,
        END
    }

    private final Op[] ops;
    private int index;
    private int left;
    private Kind kind = Kind.END;

    OpCursor(Op[] ops) {
        this.ops = ops;
        arrive();
    }

    private void arrive() {
        if (index == ops.length) {
            kind = Kind.END;
            left = ENDLESS;
            return;
        }
        Op op = ops[index];
        if (op instanceof Op.Retain retain) {
            kind = retain.isPlain() ? Kind.KEEP : Kind.CHANGE;
            left = retain.length();
        } else if (op instanceof Op.Insert insert) {
            kind = Kind.INSERT;
            left = insert.text().length();
        } else if (op instanceof Op.Delete delete) {
            kind = Kind.DELETE;
            left = delete.length();
        } else {
            kind = op instanceof Op.Embed ? Kind.INSERT : Kind.CHANGE;
            left = 1;
        }
    }

    boolean hasNext() {
        return kind != Kind.END;
    }

    boolean isAtInsert() {
        return kind == Kind.INSERT;
    }

    boolean isAtDelete() {
        return kind == Kind.DELETE;
    }

    boolean isAtPlainRetain() {
        return kind == Kind.KEEP;
    }

    /** The whole op that the cursor is in; there must be one. */
    Op current() {
        return ops[index];
    }

    /** Goes on by at most the rest of the current op, which must be there. */
    void advance(int length) {
        left -= length;
        if (left == 0) {
            index++;
            arrive();
        }
    }

    /** Units left of the current op. */
    int remaining() {
        return left;
    }

    /** The rest of the current op. */
    Op next() {
        return next(left);
    }

    /** The next {@code length} units of the current op, which must have that many. */
    Op next(int length) {
        if (kind == Kind.END) {
            return new Op.Retain(length, Attributes.EMPTY);
        }
        Op op = ops[index];
        int from = op.length() - left;
        advance(length);
        return piece(op, from, length);
    }

    /** Skips units, at most to the end. */
    void skip(int length) {
        for (int rest = length; rest > 0 && hasNext(); ) {
            int step = Math.min(rest, left);
            advance(step);
            rest -= step;
        }
    }

    /** Units of the current insert before the first such character; all of an insert without one. */
    int lengthUntil(char c) {
        int from = ops[index].length() - left;
        int at = ops[index] instanceof Op.Insert insert ? insert.text().indexOf(c, from) : -1;
        return at < 0 ? left : at - from;
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
