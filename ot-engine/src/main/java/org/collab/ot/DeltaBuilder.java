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

    private Op[] ops = NO_OPS;
    private int size;

    DeltaBuilder() {}

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
        if (size > 0) {
            Op merged = merge(ops[size - 1], op);
            if (merged != null) {
                ops[size - 1] = merged;
                return this;
            }
        }
        return put(op);
    }

    private DeltaBuilder put(Op op) {
        if (size == ops.length) {
            ops = Arrays.copyOf(ops, Math.max(8, size * 2));
        }
        ops[size++] = op;
        return this;
    }

    private static @Nullable Op merge(Op last, Op op) {
        if (last instanceof Op.Delete && op instanceof Op.Delete) {
            return new Op.Delete(sum(last, op));
        }
        if (last.getClass() != op.getClass() || !last.attributes().equals(op.attributes())) {
            return null;
        }
        if (last instanceof Op.Insert first && op instanceof Op.Insert second) {
            return new Op.Insert(first.text().concat(second.text()), first.attributes());
        }
        return op instanceof Op.Retain ? new Op.Retain(sum(last, op), op.attributes()) : null;
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
        return size == 0 ? Delta.EMPTY : new Delta(Arrays.copyOf(ops, size));
    }
}
