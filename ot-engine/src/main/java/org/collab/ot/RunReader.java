package org.collab.ot;

/** Reads a tree of runs from left to right, as ops in normal form. */
final class RunReader {

    private final DeltaBuilder result = new DeltaBuilder();
    private final StringBuilder text = new StringBuilder();
    private Attributes attributes = Attributes.EMPTY;

    private RunReader() {}

    /** The part of the tree from {@code from} to before {@code to}. */
    static Delta read(RunNode root, int from, int to) {
        RunReader reader = new RunReader();
        reader.visit(root, from, to);
        reader.endRun();
        return reader.result.build();
    }

    private void visit(RunNode node, int from, int to) {
        if (node instanceof RunLeaf leaf) {
            visitLeaf(leaf, Math.max(0, from), Math.min(leaf.length(), to));
            return;
        }
        int start = 0;
        for (RunNode child : ((RunBranch) node).children) {
            int end = start + child.length();
            if (start < to && end > from) {
                visit(child, from - start, to - start);
            }
            start = end;
        }
    }

    private void visitLeaf(RunLeaf leaf, int from, int to) {
        int at = from;
        for (int run = from < to ? leaf.runAt(from) : 0; at < to; run++) {
            int end = Math.min(leaf.ends[run], to);
            if (leaf.marks[run] instanceof Attributes mark) {
                if (!mark.equals(attributes)) {
                    endRun();
                    attributes = mark;
                }
                text.append(leaf.text, at, end - at);
            } else {
                endRun();
                result.append((Op) leaf.marks[run]);
            }
            at = end;
        }
    }

    /** A run may go on in the next leaf, so it ends only where another begins. */
    private void endRun() {
        result.insert(text.toString(), attributes);
        text.setLength(0);
    }
}
