package org.collab.ot;

import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * {@link Delta#transform} and {@link Delta#transformPosition}.
 *
 * <p>Mostly the two are made in different places: then the other edit is moved as a whole, with its ops
 * shared, or stays as it is. Where they meet, each mostly does one thing, which {@link SingleActions}
 * transforms. Else both edits are walked over side by side, in steps that reach to the nearer end of their
 * two current ops, in O(ops of both). What the other edit keeps is only counted, and becomes an op when something else follows: so a step
 * over kept text costs no object, and a plain retain at the end is never made.
 *
 * <pre>
 *   done \ other   insert            keep             delete
 *   insert         see Priority      keep it          keep it
 *   keep           insert            keep, formats    delete
 *   delete         insert            nothing          nothing
 * </pre>
 */
final class Transformation {

    private final Priority priority;
    private final EmbedHandlers embeds;
    private final OpCursor done;
    private final OpCursor other;
    private final DeltaBuilder result;
    private int kept;

    private Transformation(Delta done, Delta other, Priority priority, EmbedHandlers embeds) {
        this.priority = priority;
        this.embeds = embeds;
        this.done = new OpCursor(done.opArray());
        this.other = new OpCursor(other.opArray());
        this.result = new DeltaBuilder(other.opArray().length + 1);
    }

    static Delta transform(Delta done, Delta other, Priority priority, EmbedHandlers embeds) {
        Delta quick = other.isTransformed() ? withoutWalking(done, other, priority) : null;
        return quick == null ? new Transformation(done, other, priority, embeds).run() : quick;
    }

    private static @Nullable Delta withoutWalking(Delta done, Delta other, Priority priority) {
        if (other.isEmpty() || done.actions() == 0 || isBefore(other, done, priority)) {
            return other;
        }
        if (isBehind(other, done, priority)) {
            return fits(other, done.changeLength()) ? other.movedBy(done.changeLength()) : null;
        }
        boolean isSimple = done.actions() == 1 && other.actions() == 1;
        return isSimple ? SingleActions.transform(done, other, priority) : null;
    }

    /** Whether the other edit ends before this one begins; where both insert at one place, priority decides. */
    private static boolean isBefore(Delta other, Delta done, Priority priority) {
        int apart = done.leadingRetain() - other.baseLength();
        boolean ties = priority == Priority.THIS_FIRST
                && done.firstAction().isInsert()
                && other.last().isInsert();
        return apart > 0 || (apart == 0 && !ties);
    }

    /** Whether the other edit begins behind this one's end. */
    private static boolean isBehind(Delta other, Delta done, Priority priority) {
        int apart = other.leadingRetain() - done.baseLength();
        boolean ties = priority == Priority.OTHER_FIRST
                && done.last().isInsert()
                && other.firstAction().isInsert();
        return apart > 0 || (apart == 0 && !ties);
    }

    /** Whether the lengths still are integers after so many more units; else the walk tells which is not. */
    private static boolean fits(Delta other, int distance) {
        return (long) other.length() + distance <= Integer.MAX_VALUE;
    }

    private Delta run() {
        while (other.hasNext()) {
            if (done.isAtInsert() && (priority == Priority.THIS_FIRST || !other.isAtInsert())) {
                keep(done.remaining());
                done.advance(done.remaining());
            } else if (other.isAtInsert()) {
                push(other.next());
            } else {
                meet(Math.min(done.remaining(), other.remaining()));
            }
        }
        return result.chop().build();
    }

    /** Both keep, change or delete the same units of the document. */
    private void meet(int length) {
        if (done.isAtDelete()) {
            other.advance(length);
        } else if (other.isAtPlainRetain()) {
            keep(length);
            other.advance(length);
        } else if (other.isAtDelete() || !done.hasNext()) {
            push(other.next(length));
        } else {
            push(changed(done.current(), other.next(length)));
        }
        if (done.hasNext()) {
            done.advance(length);
        }
    }

    private void keep(int length) {
        long sum = (long) kept + length;
        if (sum > Integer.MAX_VALUE) {
            throw new InvalidDeltaException(Code.TOO_LONG, "a length must be at most 2147483647, was " + sum);
        }
        kept = (int) sum;
    }

    private void push(Op op) {
        result.retain(kept);
        kept = 0;
        result.push(op);
    }

    /** What is left of a change of formats or of an embed, after the same units were kept or changed. */
    private Op changed(Op done, Op other) {
        Attributes attributes = done.attributes().transform(other.attributes(), priority);
        boolean bothChangeTheEmbed = done instanceof Op.RetainEmbed mine
                && other instanceof Op.RetainEmbed theirs
                && mine.type().equals(theirs.type());
        return bothChangeTheEmbed
                ? changeOver((Op.RetainEmbed) done, (Op.RetainEmbed) other, attributes)
                : Composition.withAttributes(other, attributes);
    }

    private Op changeOver(Op.RetainEmbed done, Op.RetainEmbed other, Attributes attributes) {
        EmbedHandler handler = embeds.require(done.type());
        return new Op.RetainEmbed(other.type(), handler.transform(done.change(), other.change(), priority), attributes);
    }

    static int transformPosition(Delta done, int position, Priority priority) {
        long moved = position;
        long offset = 0;
        for (Op op : done.opArray()) {
            if (offset > moved) {
                break;
            }
            if (op instanceof Op.Delete) {
                moved -= Math.min(op.length(), moved - offset);
                continue;
            }
            if (op.isInsert() && (offset < moved || priority == Priority.OTHER_FIRST)) {
                moved += op.length();
            }
            offset += op.length();
        }
        if (moved > Integer.MAX_VALUE) {
            throw new InvalidDeltaException(Code.TOO_LONG, "a position must be at most 2147483647, was " + moved);
        }
        return (int) moved;
    }
}
