package org.collab.ot;

import org.collab.ot.InvalidDeltaException.Code;

/** {@link Delta#transform} and {@link Delta#transformPosition}. */
final class Transformation {

    private final Priority priority;
    private final EmbedHandlers embeds;
    private final DeltaBuilder result = new DeltaBuilder();

    private Transformation(Priority priority, EmbedHandlers embeds) {
        this.priority = priority;
        this.embeds = embeds;
    }

    static Delta transform(Delta done, Delta other, Priority priority, EmbedHandlers embeds) {
        return new Transformation(priority, embeds).run(new OpCursor(done.opArray()), new OpCursor(other.opArray()));
    }

    private Delta run(OpCursor done, OpCursor other) {
        while (other.hasNext()) {
            if (done.isAtInsert() && (priority == Priority.THIS_FIRST || !other.isAtInsert())) {
                result.push(new Op.Retain(done.next().length(), Attributes.EMPTY));
            } else if (other.isAtInsert()) {
                result.push(other.next());
            } else {
                int length = Math.min(done.remaining(), other.remaining());
                meet(done.next(length), other.next(length));
            }
        }
        return result.chop().build();
    }

    /** Both keep, change or delete the same units of the document. */
    private void meet(Op done, Op other) {
        if (done instanceof Op.Delete) {
            return;
        }
        if (other instanceof Op.Delete) {
            result.push(other);
            return;
        }
        Attributes attributes = done.attributes().transform(other.attributes(), priority);
        boolean bothChangeTheEmbed = done instanceof Op.RetainEmbed mine
                && other instanceof Op.RetainEmbed theirs
                && mine.type().equals(theirs.type());
        if (bothChangeTheEmbed) {
            result.push(changeOver((Op.RetainEmbed) done, (Op.RetainEmbed) other, attributes));
        } else {
            result.push(Composition.withAttributes(other, attributes));
        }
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
