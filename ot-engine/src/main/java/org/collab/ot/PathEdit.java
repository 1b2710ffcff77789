package org.collab.ot;

import org.jspecify.annotations.Nullable;

/**
 * Applies an edit that touches one leaf only, as nearly all typing does: copies that leaf and the branches
 * on the way to it, O(log runs). Leaves everything that changes the tree's shape, leaves that become too
 * large or too small and edits in several places, to {@link TreeEdit}, and does to the document just the
 * same.
 */
final class PathEdit {

    private final Delta edit;
    private final EmbedHandlers embeds;
    private final Op first;
    private final int kept;

    private PathEdit(Delta edit, EmbedHandlers embeds, Op first, int kept) {
        this.edit = edit;
        this.embeds = embeds;
        this.first = first;
        this.kept = kept;
    }

    /** The tree after the edit, or null where the edit is not of this kind. */
    static @Nullable RunNode apply(RunNode root, Delta edit, EmbedHandlers embeds) {
        Op[] ops = edit.opArray();
        boolean keepsStart = ops.length > 0 && ops[0] instanceof Op.Retain retain && retain.isPlain();
        int first = keepsStart ? 1 : 0;
        if (first == ops.length) {
            return null;
        }
        return new PathEdit(edit, embeds, ops[first], keepsStart ? ops[0].length() : 0).replaced(root, 0);
    }

    /** The node, which begins at this unit of the document, after the edit. */
    private @Nullable RunNode replaced(RunNode node, int start) {
        if (node instanceof RunLeaf leaf) {
            return replacedLeaf(leaf, start);
        }
        RunBranch branch = (RunBranch) node;
        int child = branch.childAt(first.isInsert() ? kept - start : kept - start + 1);
        if (edit.baseLength() - start > branch.ends[child]) {
            return null;
        }
        RunNode after = replaced(branch.children[child], start + branch.startOf(child));
        return after == null || branch.couldJoin(child, after) ? null : branch.with(child, after, edit.changeLength());
    }

    private @Nullable RunNode replacedLeaf(RunLeaf leaf, int start) {
        LeafEdit walk = new LeafEdit(edit, embeds);
        if (start > 0) {
            walk.advance(start);
        }
        RunBuilder runs = walk.rewrite(leaf, Math.max(0, leaf.length() + edit.changeLength()));
        return runs.fitsOneLeaf() ? runs.single() : null;
    }
}
