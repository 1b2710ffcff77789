package org.collab.ot;

import org.collab.ot.InvalidDeltaException.Code;

/**
 * Applies one edit to a tree of runs: walks down to the leaves that the edit touches, rewrites these and
 * the nodes above them, and shares everything else with the version before.
 *
 * <p>What is kept or deleted in whole nodes is passed over without being looked into, so the cost is
 * O(ops · log runs), plus the runs whose formats change. Content inserted between two leaves goes to the
 * left one, where the typing is.
 */
final class TreeEdit {

    private final Op[] ops;
    private final EmbedHandlers embeds;
    private final NodeStack nodes = new NodeStack();
    private final RunBuilder runs = new RunBuilder();
    private int index;
    private int offset;

    private TreeEdit(Delta edit, EmbedHandlers embeds) {
        this.ops = edit.opArray();
        this.embeds = embeds;
    }

    /** The tree after an edit that does not reach beyond it. */
    static RunNode apply(RunNode root, Delta edit, EmbedHandlers embeds) {
        TreeEdit walk = new TreeEdit(edit, embeds);
        walk.rewrite(root);
        return walk.nodes.root();
    }

    /** A tree of a document's contents. */
    static RunNode build(Delta document) {
        return apply(RunLeaf.EMPTY, document, EmbedHandlers.NONE);
    }

    private void rewrite(RunNode node) {
        if (node instanceof RunLeaf leaf) {
            rewriteLeaf(leaf);
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
            if (keepsWhole(length)) {
                nodes.push(child, length);
            } else if (!deletesWhole(length)) {
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

    private boolean keepsWhole(int length) {
        return index == ops.length || (ops[index] instanceof Op.Retain retain && retain.isPlain() && passes(length));
    }

    private boolean deletesWhole(int length) {
        return index < ops.length && ops[index] instanceof Op.Delete && passes(length);
    }

    /** Steps over this many units where the current op covers them and nothing is inserted behind. */
    private boolean passes(int length) {
        int left = ops[index].length() - offset;
        boolean insertFollows = index + 1 < ops.length && ops[index + 1].isInsert();
        if (left < length || (left == length && insertFollows)) {
            return false;
        }
        advance(length);
        return true;
    }

    private void advance(int length) {
        offset += length;
        if (offset == ops[index].length()) {
            index++;
            offset = 0;
        }
    }

    private void rewriteLeaf(RunLeaf leaf) {
        runs.startWith(leaf);
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
        runs.cutInto(nodes);
    }

    private void rewritePart(Op op, RunLeaf leaf, int from, int to) {
        if (to < leaf.length() && Character.isHighSurrogate(leaf.text[to - 1])) {
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
            runs.add(Composition.changeEmbed(leaf.opAt(from), change, embeds));
        }
    }
}
