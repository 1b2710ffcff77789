package org.collab.ot;

/** {@link Delta#invert}: walks over the edit and the document that it was made to. */
final class Inversion {

    private final OpCursor base;
    private final EmbedHandlers embeds;
    private final DeltaBuilder result = new DeltaBuilder();

    private Inversion(OpCursor base, EmbedHandlers embeds) {
        this.base = base;
        this.embeds = embeds;
    }

    static Delta invert(Delta edit, Delta document, EmbedHandlers embeds) {
        Inversion inversion = new Inversion(new OpCursor(document.opArray()), embeds);
        for (Op op : edit.opArray()) {
            inversion.undo(op);
        }
        return inversion.result.chop().build();
    }

    private void undo(Op op) {
        if (op.isInsert()) {
            result.delete(op.length());
        } else if (op instanceof Op.RetainEmbed change) {
            result.push(undoChange(change, base.next(1)));
        } else if (op instanceof Op.Retain retain && retain.isPlain()) {
            base.skip(retain.length());
            result.push(retain);
        } else {
            undoOver(op);
        }
    }

    /** Puts back what was deleted, or the formats that were there before. */
    private void undoOver(Op op) {
        for (int left = op.length(); left > 0 && base.hasNext(); ) {
            Op before = base.next(Math.min(left, base.remaining()));
            left -= before.length();
            if (op instanceof Op.Delete) {
                result.push(before);
            } else {
                result.retain(before.length(), op.attributes().invert(before.attributes()));
            }
        }
    }

    private Op undoChange(Op.RetainEmbed change, Op before) {
        if (!(before instanceof Op.Embed embed && embed.type().equals(change.type()))) {
            throw EmbedHandlers.mismatch(change.type(), before);
        }
        EmbedHandler handler = embeds.require(change.type());
        return new Op.RetainEmbed(
                change.type(),
                handler.invert(change.change(), embed.value()),
                change.attributes().invert(embed.attributes()));
    }
}
