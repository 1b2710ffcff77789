package org.collab.ot;

import java.util.Arrays;

/** A node of the tree with nodes below it, all of the same height. Never without a child. */
final class RunBranch implements RunNode {

    static final int MAX_CHILDREN = 16;

    /** Never changed. */
    final RunNode[] children;

    /** Where each child ends, in units from this node's start; so that most children are never touched. */
    final int[] ends;

    /** Takes the arrays over. */
    RunBranch(RunNode[] children, int[] ends) {
        this.children = children;
        this.ends = ends;
    }

    @Override
    public int length() {
        return ends[ends.length - 1];
    }

    /** The first child that holds this many units together with those before it; there must be one. */
    int childAt(int units) {
        int child = 0;
        while (ends[child] < units) {
            child++;
        }
        return child;
    }

    int startOf(int child) {
        return child == 0 ? 0 : ends[child - 1];
    }

    /** This branch with a child replaced by one that is longer by so many units, or shorter. */
    RunBranch with(int child, RunNode replacement, int change) {
        RunNode[] newChildren = children.clone();
        int[] newEnds = ends.clone();
        newChildren[child] = replacement;
        for (int i = child; i < newEnds.length; i++) {
            newEnds[i] += change;
        }
        return new RunBranch(newChildren, newEnds);
    }

    /** Whether a child's replacement is so small that it should become one with a child beside it. */
    boolean couldJoin(int child, RunNode replacement) {
        return (child > 0 && replacement.fitsWith(children[child - 1]))
                || (child + 1 < children.length && replacement.fitsWith(children[child + 1]));
    }

    @Override
    public boolean fitsWith(RunNode neighbour) {
        return neighbour instanceof RunBranch other && children.length + other.children.length <= MAX_CHILDREN / 2;
    }

    @Override
    public RunNode join(RunNode neighbour) {
        RunBranch other = (RunBranch) neighbour;
        int count = children.length;
        RunNode[] all = Arrays.copyOf(children, count + other.children.length);
        int[] allEnds = Arrays.copyOf(ends, all.length);
        for (int i = count; i < all.length; i++) {
            all[i] = other.children[i - count];
            allEnds[i] = length() + other.ends[i - count];
        }
        return new RunBranch(all, allEnds);
    }

    @Override
    public boolean endsWithNewline() {
        return children[children.length - 1].endsWithNewline();
    }
}
