package org.collab.ot;

import org.collab.ot.InvalidDeltaException.Code;

/** An edit on its way over a document's leaves: where in its ops it is, and what it makes of a leaf. */
final class LeafEdit {

    private final Op[] ops;
    private final EmbedHandlers embeds;
    private final RunBuilder runs = new RunBuilder();
    private int index;
    private int offset;

    LeafEdit(Delta edit, EmbedHandlers embeds) {
        this.ops = edit.opArray();
        this.embeds = embeds;
    }

    /** Steps over this many units if the edit keeps them all as they are and inserts nothing behind. */
    boolean keepsWhole(int length) {
        return index == ops.length || (ops[index] instanceof Op.Retain retain && retain.isPlain() && passes(length));
    }

    /** Steps over this many units if the edit deletes them all and inserts nothing behind. */
    boolean deletesWhole(int length) {
        return index < ops.length && ops[index] instanceof Op.Delete && passes(length);
    }

    private boolean passes(int length) {
        int left = ops[index].length() - offset;
        boolean insertFollows = index + 1 < ops.length && ops[index + 1].isInsert();
        if (left < length || (left == length && insertFollows)) {
            return false;
        }
        advance(length);
        return true;
    }

    /** Goes on by at most the rest of the current op. */
    void advance(int length) {
        offset += length;
        if (offset == ops[index].length()) {
            index++;
            offset = 0;
        }
    }

    /**
     * What the edit makes of the leaf, and of the place behind it; the builder is this edit's own.
     *
     * @param length how long that is likely to be
     */
    RunBuilder rewrite(RunLeaf leaf, int length) {
        runs.startWith(leaf, length);
        int at = 0;
        while (index < ops.length && (at < leaf.length() || ops[index].isInsert())) {
            Op op = ops[index];
            if (op.isInsert()) {
                runs.add(op);
                index++;
            } else {
                int end = at + Math.min(op.length() - offset, leaf.length() - at);
                rewritePart(op, leaf, at, end);
                advance(end - at);
                at = end;
            }
        }
        runs.copy(leaf, at, leaf.length());
        return runs;
    }

    private void rewritePart(Op op, RunLeaf leaf, int from, int to) {
        if (leaf.splitsPair(to)) {
            throw new InvalidDeltaException(
                    Code.SPLIT_SURROGATE, "op " + index + ": must not end between the halves of a surrogate pair");
        }
        if (op instanceof Op.Retain retain) {
            if (retain.isPlain()) {
                runs.copy(leaf, from, to);
            } else {
                runs.format(leaf, from, to, retain.attributes());
            }
        } else if (op instanceof Op.RetainEmbed change) {
            runs.add(changed(leaf.opAt(from), change));
        }
    }

    /** What a handler gives back must be as fit for a document as what is sent. */
    private Op changed(Op embed, Op.RetainEmbed change) {
        Op changed = Composition.changeEmbed(embed, change, embeds);
        CleanText.require(index, changed);
        return changed;
    }
}
