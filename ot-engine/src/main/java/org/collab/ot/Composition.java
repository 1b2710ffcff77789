package org.collab.ot;

/** {@link Delta#compose}: walks over both edits once, side by side. */
final class Composition {

    private final EmbedHandlers embeds;
    private final DeltaBuilder result = new DeltaBuilder();

    private Composition(EmbedHandlers embeds) {
        this.embeds = embeds;
    }

    static Delta compose(Delta first, Delta next, EmbedHandlers embeds) {
        return new Composition(embeds).run(new OpCursor(first.opArray()), new OpCursor(next.opArray()));
    }

    private Delta run(OpCursor first, OpCursor next) {
        while (first.hasNext() || next.hasNext()) {
            if (next.isAtInsert()) {
                result.push(next.next());
            } else if (first.isAtDelete()) {
                result.push(first.next());
            } else {
                int length = Math.min(first.remaining(), next.remaining());
                meet(first.next(length), next.next(length));
            }
        }
        return result.chop().build();
    }

    /** {@code first} inserts or keeps, {@code next} keeps or deletes the same units. */
    private void meet(Op first, Op next) {
        if (next instanceof Op.Delete) {
            if (!first.isInsert()) {
                result.push(next);
            }
            return;
        }
        if (next instanceof Op.RetainEmbed change) {
            result.push(changeEmbed(first, change, embeds));
        } else {
            result.push(withAttributes(first, composedAttributes(first, next)));
        }
    }

    /** A removal of a format is kept until it meets content. */
    private static Attributes composedAttributes(Op first, Op next) {
        return first.attributes().compose(next.attributes(), !first.isInsert());
    }

    /** What an embed's change makes of what stands there. */
    static Op changeEmbed(Op first, Op.RetainEmbed next, EmbedHandlers embeds) {
        Attributes attributes = composedAttributes(first, next);
        if (first instanceof Op.Retain) {
            return new Op.RetainEmbed(next.type(), next.change(), attributes);
        }
        if (first instanceof Op.Embed embed && embed.type().equals(next.type())) {
            EmbedHandler handler = embeds.require(embed.type());
            return new Op.Embed(embed.type(), handler.compose(embed.value(), next.change(), false), attributes);
        }
        if (first instanceof Op.RetainEmbed change && change.type().equals(next.type())) {
            EmbedHandler handler = embeds.require(change.type());
            return new Op.RetainEmbed(change.type(), handler.compose(change.change(), next.change(), true), attributes);
        }
        throw EmbedHandlers.mismatch(next.type(), first);
    }

    static Op withAttributes(Op op, Attributes attributes) {
        if (op.attributes().equals(attributes)) {
            return op;
        }
        if (op instanceof Op.Insert insert) {
            return new Op.Insert(insert.text(), attributes);
        }
        if (op instanceof Op.Embed embed) {
            return new Op.Embed(embed.type(), embed.value(), attributes);
        }
        if (op instanceof Op.RetainEmbed retain) {
            return new Op.RetainEmbed(retain.type(), retain.change(), attributes);
        }
        return new Op.Retain(op.length(), attributes);
    }
}
