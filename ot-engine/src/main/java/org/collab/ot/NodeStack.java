package org.collab.ot;

import java.util.Arrays;

/** Nodes that are still to get their parents: those of the lowest level on top. */
final class NodeStack {

    private RunNode[] nodes = new RunNode[RunBranch.MAX_CHILDREN + 8];
    private int[] lengths = new int[RunBranch.MAX_CHILDREN + 8];
    private int size;

    int size() {
        return size;
    }

    void push(RunNode node) {
        push(node, node.length());
    }

    /** Adds a node whose length is known, without touching it. */
    void push(RunNode node, int length) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        nodes[size] = node;
        lengths[size++] = length;
    }

    /** Makes small neighbours one, of the nodes from {@code from} to before {@code to}. */
    void joinSmall(int from, int to) {
        int last = Math.min(to, size) - 1;
        for (int i = from; i < last; ) {
            if (nodes[i].fitsWith(nodes[i + 1])) {
                nodes[i] = nodes[i].join(nodes[i + 1]);
                lengths[i] = nodes[i].length();
                System.arraycopy(nodes, i + 2, nodes, i + 1, size - i - 2);
                System.arraycopy(lengths, i + 2, lengths, i + 1, size - i - 2);
                size--;
                last--;
            } else {
                i++;
            }
        }
    }

    /** Puts the nodes from {@code base} on under as few parents as hold them, evenly. */
    void pack(int base) {
        int count = size - base;
        int parents = (count + RunBranch.MAX_CHILDREN - 1) / RunBranch.MAX_CHILDREN;
        for (int i = 0; i < parents; i++) {
            int from = base + (int) ((long) count * i / parents);
            int to = base + (int) ((long) count * (i + 1) / parents);
            RunBranch parent = parentOf(from, to);
            // A parent takes the place of a child that has its parent already.
            nodes[base + i] = parent;
            lengths[base + i] = parent.length();
        }
        size = base + parents;
    }

    private RunBranch parentOf(int from, int to) {
        int[] ends = new int[to - from];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += lengths[from + i];
            ends[i] = end;
        }
        return new RunBranch(Arrays.copyOfRange(nodes, from, to), ends);
    }

    /** One root over all nodes, as low as can be. */
    RunNode root() {
        while (size > 1) {
            pack(0);
        }
        RunNode root = size == 0 ? RunLeaf.EMPTY : nodes[0];
        while (root instanceof RunBranch branch && branch.children.length == 1) {
            root = branch.children[0];
        }
        return root;
    }
}
