package org.collab.ot;

/** The invariants of a document's tree of runs. */
final class TreeCheck {

    private TreeCheck() {}

    static void check(RunNode root) {
        if (root instanceof RunBranch branch) {
            require(branch.children.length > 1, "the root has several children");
        }
        height(root);
    }

    private static int height(RunNode node) {
        if (node instanceof RunLeaf leaf) {
            leaf(leaf);
            return 0;
        }
        RunBranch branch = (RunBranch) node;
        require(branch.children.length > 0, "a branch has children");
        require(branch.children.length <= RunBranch.MAX_CHILDREN, "a branch has not too many children");
        int end = 0;
        int height = height(branch.children[0]);
        for (int i = 0; i < branch.children.length; i++) {
            require(branch.children[i].length() > 0, "no node is empty");
            require(height(branch.children[i]) == height, "all leaves are at one depth");
            end += branch.children[i].length();
            require(branch.ends[i] == end, "ends are where children end");
        }
        return height + 1;
    }

    private static void leaf(RunLeaf leaf) {
        require(leaf.text.length <= RunLeaf.MAX_LENGTH, "a leaf is not too long");
        require(leaf.marks.length <= RunLeaf.MAX_RUNS, "a leaf has not too many runs");
        require(leaf.marks.length == leaf.ends.length, "every run has an end");
        int start = 0;
        for (int run = 0; run < leaf.marks.length; run++) {
            require(leaf.ends[run] > start, "no run is empty");
            boolean isEmbed = leaf.marks[run] instanceof Op.Embed;
            require(!isEmbed || leaf.ends[run] - start == 1, "an embed is one unit long");
            boolean isSplit = run > 0 && !isEmbed && leaf.marks[run].equals(leaf.marks[run - 1]);
            require(!isSplit, "neighbouring runs differ");
            start = leaf.ends[run];
        }
        require(start == leaf.text.length, "the runs cover the text");
        require(
                start == 0 || !Character.isHighSurrogate(leaf.text[start - 1]),
                "no surrogate pair reaches over the end of a leaf");
    }

    private static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new AssertionError("broken: " + invariant);
        }
    }
}
