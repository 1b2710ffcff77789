package org.collab.ot;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * A document or an edit, as Quill's list of ops. Immutable; neighbouring ops of a kind with equal
 * attributes are always one op.
 *
 * <p>A document holds inserts only. An edit walks over a document: it keeps, deletes and inserts; what
 * it does not reach, it keeps. All lengths are UTF-16 code units and sum up to at most 2^31 - 1.
 *
 * <p>The operations and their laws, with {@code ∘} for {@link #compose}:
 *
 * <pre>
 *            a                 compose:    (d ∘ a) ∘ b = d ∘ (a ∘ b)
 *      d ─────────► da         invert:     (d ∘ a) ∘ a.invert(d) = d
 *      │            │          transform:  a ∘ a.transform(b, THIS_FIRST)
 *    b │            │ b'                 = b ∘ b.transform(a, OTHER_FIRST)
 *      ▼            ▼
 *      db ────────► dab        b' = a.transform(b, …),  a' = b.transform(a, …)
 *            a'
 * </pre>
 *
 * Each costs time linear in the ops of both sides. The semantics are those of quill-delta 5.1. Changes of
 * embeds in place need their types' {@link EmbedHandlers}; without, only whole embeds move.
 */
public final class Delta {

    /** No ops: an edit that changes nothing. */
    public static final Delta EMPTY = new Delta(new Op[0]);

    private final Op[] ops;
    private final int length;
    private final int changeLength;
    private final int baseLength;
    private final int leadingRetain;

    /** Whether pushing the ops to a builder one by one gives them back: see {@link DeltaBuilder#push}. */
    private final boolean isInPushedOrder;

    /** Takes the array over; it must be in normal form. */
    Delta(Op[] ops) {
        long kept = 0;
        long inserted = 0;
        long deleted = 0;
        boolean insertFollowsDelete = false;
        boolean followsDelete = false;
        for (Op op : ops) {
            if (op.isInsert()) {
                inserted += op.length();
                insertFollowsDelete |= followsDelete;
            } else if (op instanceof Op.Delete) {
                deleted += op.length();
            } else {
                kept += op.length();
            }
            followsDelete = op instanceof Op.Delete;
        }
        this.ops = ops;
        this.leadingRetain =
                ops.length > 0 && ops[0] instanceof Op.Retain retain && retain.isPlain() ? retain.length() : 0;
        this.isInPushedOrder = !insertFollowsDelete;
        this.length = checked(kept + inserted + deleted);
        this.changeLength = (int) (inserted - deleted);
        this.baseLength = (int) (kept + deleted);
    }

    /** The edit {@code moved}, further on in a longer document: {@code ops} differ in the leading retain only. */
    private Delta(Delta moved, Op[] ops, int distance) {
        this.ops = ops;
        this.length = checked((long) moved.length + distance);
        this.changeLength = moved.changeLength;
        this.baseLength = moved.baseLength + distance;
        this.leadingRetain = moved.leadingRetain + distance;
        this.isInPushedOrder = moved.isInPushedOrder;
    }

    private static int checked(long length) {
        if (length > Integer.MAX_VALUE) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG, "a delta's length must be at most 2147483647, was " + length);
        }
        return (int) length;
    }

    /** This edit made so many units further on; back where negative, by {@link #leadingRetain} at most. */
    Delta movedBy(int distance) {
        if (distance == 0) {
            return this;
        }
        int kept = leadingRetain + distance;
        int first = kept > 0 ? 1 : 0;
        int firstAction = leadingRetain > 0 ? 1 : 0;
        Op[] moved = new Op[ops.length - firstAction + first];
        if (kept > 0) {
            moved[0] = new Op.Retain(kept, Attributes.EMPTY);
        }
        System.arraycopy(ops, firstAction, moved, first, ops.length - firstAction);
        return new Delta(this, moved, distance);
    }

    /** How many units the edit keeps as they are before it does something. */
    int leadingRetain() {
        return leadingRetain;
    }

    /** How many ops there are behind the leading retain. */
    int actions() {
        return leadingRetain > 0 ? ops.length - 1 : ops.length;
    }

    /** The first op behind the leading retain; there must be one. */
    Op firstAction() {
        return ops[leadingRetain > 0 ? 1 : 0];
    }

    Op last() {
        return ops[ops.length - 1];
    }

    /** Whether the ops are as a transformation gives them: in pushed order, no plain retain at the end. */
    boolean isTransformed() {
        return isInPushedOrder && !endsWithPlainRetain();
    }

    private boolean endsWithPlainRetain() {
        return ops.length > 0 && ops[ops.length - 1] instanceof Op.Retain retain && retain.isPlain();
    }

    public static DeltaBuilder builder() {
        return new DeltaBuilder();
    }

    /** A delta of these ops, put into normal form. */
    public static Delta of(Iterable<? extends Op> ops) {
        DeltaBuilder builder = builder();
        ops.forEach(builder::push);
        return builder.build();
    }

    /** The ops in order, unmodifiable. */
    public List<Op> ops() {
        return Collections.unmodifiableList(Arrays.asList(ops));
    }

    Op[] opArray() {
        return ops;
    }

    /** The sum of all ops' lengths; of a document, its length. */
    public int length() {
        return length;
    }

    /** How much longer the edit makes a document; negative where it makes it shorter. */
    public int changeLength() {
        return changeLength;
    }

    /** How much of a document the edit walks over: what it keeps and what it deletes. */
    public int baseLength() {
        return baseLength;
    }

    public boolean isEmpty() {
        return ops.length == 0;
    }

    /** Whether there are inserts only. */
    public boolean isDocument() {
        return baseLength == 0;
    }

    /** This without a plain retain at its end, which says nothing. */
    public Delta chop() {
        return endsWithPlainRetain() ? new Delta(Arrays.copyOf(ops, ops.length - 1)) : this;
    }

    /** This, then {@code next}, as one. */
    public Delta compose(Delta next) {
        return compose(next, EmbedHandlers.NONE);
    }

    public Delta compose(Delta next, EmbedHandlers embeds) {
        return Composition.compose(this, next, embeds);
    }

    /**
     * What {@code other}, made at the same time as this, becomes after this. The result never ends with a
     * plain retain.
     */
    public Delta transform(Delta other, Priority priority) {
        return transform(other, priority, EmbedHandlers.NONE);
    }

    public Delta transform(Delta other, Priority priority, EmbedHandlers embeds) {
        return Transformation.transform(this, other, priority, embeds);
    }

    /**
     * Where a position is after this edit. At an insert's place exactly the position stays before the
     * inserted text with {@code THIS_FIRST} and moves behind it with {@code OTHER_FIRST}, as in
     * quill-delta.
     */
    public int transformPosition(int position, Priority priority) {
        return Transformation.transformPosition(this, position, priority);
    }

    /** The edit that gives {@code base} back after this edit was made to it. */
    public Delta invert(Delta base) {
        return invert(base, EmbedHandlers.NONE);
    }

    public Delta invert(Delta base, EmbedHandlers embeds) {
        return Inversion.invert(this, base, embeds);
    }

    /** The part from {@code from} to before {@code to}; less where the delta ends earlier. */
    public Delta slice(int from, int to) {
        OpCursor cursor = new OpCursor(ops);
        cursor.skip(from);
        DeltaBuilder slice = builder();
        for (int left = to - from; left > 0 && cursor.hasNext(); ) {
            Op op = cursor.next(Math.min(left, cursor.remaining()));
            left -= op.length();
            slice.append(op);
        }
        return slice.build();
    }

    /** The ops of this, then those of {@code other}: of two documents, one after the other. */
    public Delta concat(Delta other) {
        DeltaBuilder both = builder();
        for (Op op : ops) {
            both.append(op);
        }
        for (Op op : other.ops) {
            both.append(op);
        }
        return both.build();
    }

    /**
     * The edit that makes {@code target} of this document. Not always the smallest one: its cost is
     * bounded.
     *
     * @throws InvalidDeltaException where one of the two is no document
     */
    public Delta diff(Delta target) {
        if (!isDocument() || !target.isDocument()) {
            throw new InvalidDeltaException(Code.NOT_A_DOCUMENT, "diff needs two documents, was given an edit");
        }
        return Difference.between(this, target);
    }

    /**
     * Shows the document's lines one after the other, until the visitor says false or an op comes that
     * is no insert. What stands after the last newline is a line too.
     */
    public void eachLine(Predicate<Line> visitor) {
        eachLine(visitor, '\n');
    }

    public void eachLine(Predicate<Line> visitor, char newline) {
        new LineReader(this, newline, visitor).run();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof Delta other && Arrays.equals(ops, other.ops));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ops);
    }

    /** The delta as JSON. */
    @Override
    public String toString() {
        return DeltaJson.write(this);
    }
}
