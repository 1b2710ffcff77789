package org.collab.ot;

/**
 * Applies one edit to a tree of runs: walks down to the leaves that the edit touches, rewrites these and
 * the nodes above them, and shares everything else with the version before.
 *
 * <p>What is kept or deleted in whole nodes is passed over without being looked into, so the cost is
 * O(ops · log runs), plus the runs whose formats change. Content inserted between two leaves goes to the
 * left one, where the typing is.
 */
final class TreeEdit {

    private final LeafEdit edit;
    private final NodeStack nodes = new NodeStack();

    private TreeEdit(LeafEdit edit) {
        this.edit = edit;
    }

    /** The tree after an edit that does not reach beyond it. */
    static RunNode apply(RunNode root, Delta edit, EmbedHandlers embeds) {
        RunNode afterTyping = PathEdit.apply(root, edit, embeds);
        if (afterTyping != null) {
            return afterTyping;
        }
        TreeEdit walk = new TreeEdit(new LeafEdit(edit, embeds));
        walk.rewrite(root);
        return walk.nodes.root();
    }

    private void rewrite(RunNode node) {
        if (node instanceof RunLeaf leaf) {
            edit.rewrite(leaf, RunLeaf.MAX_LENGTH).cutInto(nodes);
        } else {
            rewriteBranch((RunBranch) node);
        }
    }

    private void rewriteBranch(RunBranch branch) {
        int base = nodes.size();
        int firstTouched = Integer.MAX_VALUE;
        int lastTouched = -1;
        int start = 0;
        for (int i = 0; i < branch.ends.length; i++) {
            RunNode child = branch.children[i];
            int length = branch.ends[i] - start;
            if (edit.keepsWhole(length)) {
                nodes.push(child, length);
            } else if (!edit.deletesWhole(length)) {
                firstTouched = Math.min(firstTouched, nodes.size());
                rewrite(child);
                lastTouched = nodes.size();
            }
            start = branch.ends[i];
        }
        if (lastTouched >= 0) {
            nodes.joinSmall(Math.max(base, firstTouched - 1), lastTouched + 1);
        }
        nodes.pack(base);
    }
}
