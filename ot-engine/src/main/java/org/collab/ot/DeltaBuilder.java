package org.collab.ot;

import java.util.Arrays;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Puts a delta together op by op and keeps it in normal form, as quill-delta's {@code push} does:
 * neighbours of a kind with equal attributes become one op, and where an insert follows a deletion the
 * insert goes first, since either order means the same.
 *
 * <p>Lengths of zero and empty text add nothing; negative lengths are refused. Not for use by several
 * threads.
 */
public final class DeltaBuilder {

    private static final Op[] NO_OPS = new Op[0];

    private Op[] ops;
    private int size;

    /** The last op's text where it is still growing; so that many small pieces are not copied each time. */
    private @Nullable StringBuilder growing;

    DeltaBuilder() {
        this.ops = NO_OPS;
    }

    /** A builder with room for some ops. */
    DeltaBuilder(int capacity) {
        this.ops = new Op[capacity];
    }

    public DeltaBuilder insert(String text) {
        return insert(text, Attributes.EMPTY);
    }

    public DeltaBuilder insert(String text, Attributes attributes) {
        return text.isEmpty() ? this : push(new Op.Insert(text, attributes));
    }

    public DeltaBuilder insert(String text, Map<String, ? extends @Nullable Object> attributes) {
        return insert(text, Attributes.of(attributes));
    }

    public DeltaBuilder embed(String type, @Nullable Object value) {
        return embed(type, value, Attributes.EMPTY);
    }

    public DeltaBuilder embed(String type, @Nullable Object value, Attributes attributes) {
        return push(new Op.Embed(type, value, attributes));
    }

    public DeltaBuilder retain(int length) {
        return retain(length, Attributes.EMPTY);
    }

    public DeltaBuilder retain(int length, Attributes attributes) {
        return length == 0 ? this : push(new Op.Retain(length, attributes));
    }

    public DeltaBuilder retain(int length, Map<String, ? extends @Nullable Object> attributes) {
        return retain(length, Attributes.of(attributes));
    }

    /** Keeps one embed and changes it. */
    public DeltaBuilder retainEmbed(String type, @Nullable Object change, Attributes attributes) {
        return push(new Op.RetainEmbed(type, change, attributes));
    }

    public DeltaBuilder delete(int length) {
        return length == 0 ? this : push(new Op.Delete(length));
    }

    /** Adds an op at the end, in normal form. */
    public DeltaBuilder push(Op op) {
        boolean hopsOverDelete = op.isInsert() && size > 0 && ops[size - 1] instanceof Op.Delete;
        if (!hopsOverDelete) {
            return append(op);
        }
        Op delete = ops[--size];
        append(op);
        return put(delete);
    }

    /** Adds an op at the end and keeps its place: an insert after a deletion stays after it. */
    DeltaBuilder append(Op op) {
        return size > 0 && joins(ops[size - 1], op) ? this : put(op);
    }

    private DeltaBuilder put(Op op) {
        endText();
        if (size == ops.length) {
            ops = Arrays.copyOf(ops, Math.max(8, size * 2));
        }
        ops[size++] = op;
        return this;
    }

    /** Makes the op a part of the last one, where the two can be one. */
    private boolean joins(Op last, Op op) {
        if (last instanceof Op.Delete && op instanceof Op.Delete) {
            ops[size - 1] = new Op.Delete(sum(last, op));
            return true;
        }
        if (last.getClass() != op.getClass() || !last.attributes().equals(op.attributes())) {
            return false;
        }
        if (last instanceof Op.Insert first && op instanceof Op.Insert second) {
            growing = (growing == null ? new StringBuilder(first.text()) : growing).append(second.text());
            return true;
        }
        if (op instanceof Op.Retain) {
            ops[size - 1] = new Op.Retain(sum(last, op), op.attributes());
            return true;
        }
        return false;
    }

    private void endText() {
        if (growing != null) {
            ops[size - 1] = new Op.Insert(growing.toString(), ops[size - 1].attributes());
            growing = null;
        }
    }

    private static int sum(Op a, Op b) {
        long sum = (long) a.length() + b.length();
        if (sum > Integer.MAX_VALUE) {
            throw new InvalidDeltaException(Code.TOO_LONG, "a length must be at most 2147483647, was " + sum);
        }
        return (int) sum;
    }

    /** Takes a plain retain off the end, where it says nothing. */
    DeltaBuilder chop() {
        if (size > 0 && ops[size - 1] instanceof Op.Retain retain && retain.isPlain()) {
            size--;
        }
        return this;
    }

    /** The delta; the builder may be used further. */
    public Delta build() {
        endText();
        return size == 0 ? Delta.EMPTY : new Delta(Arrays.copyOf(ops, size));
    }
}
