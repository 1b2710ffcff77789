package org.collab.ot;

/** A part of the tree that holds a document's runs. Immutable, and so shared between versions. */
sealed interface RunNode permits RunLeaf, RunBranch {

    /** UTF-16 units below this node. */
    int length();

    /** Whether the node is so small that it should become one with the node beside it. */
    boolean fitsWith(RunNode neighbour);

    /** This node and the one beside it, of the same height, as one. */
    RunNode join(RunNode neighbour);

    /** Whether the last unit is a newline. */
    boolean endsWithNewline();
}
