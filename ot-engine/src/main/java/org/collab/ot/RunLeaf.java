package org.collab.ot;

/**
 * A stretch of a document: its text and the runs in it. A run is a stretch of text with equal attributes,
 * or one embed.
 *
 * <p>Invariants: no run is empty; neighbouring runs of text differ in their attributes; a surrogate pair
 * never reaches over the leaf's end.
 */
final class RunLeaf implements RunNode {

    /** An edit copies a leaf: short enough to copy in no time, long enough to keep the tree small. */
    static final int MAX_LENGTH = 512;

    static final int MAX_RUNS = 32;

    /** Stands in the text where an embed is. */
    static final char EMBED = '\uFFFC';

    static final RunLeaf EMPTY = new RunLeaf(new char[0], new int[0], new Object[0]);

    /** The text of all runs; embeds are {@link #EMBED}. Never changed. */
    final char[] text;

    /** Where each run ends in the text. Never changed. */
    final int[] ends;

    /** What each run is: {@link Attributes} of text, or an {@link Op.Embed}. Never changed. */
    final Object[] marks;

    RunLeaf(char[] text, int[] ends, Object[] marks) {
        this.text = text;
        this.ends = ends;
        this.marks = marks;
    }

    @Override
    public int length() {
        return text.length;
    }

    @Override
    public boolean fitsWith(RunNode neighbour) {
        // Most leaves are too long by themselves, and then the neighbour need not be looked at.
        return text.length <= MAX_LENGTH / 2
                && neighbour instanceof RunLeaf other
                && text.length + other.text.length <= MAX_LENGTH / 2
                && marks.length + other.marks.length <= MAX_RUNS / 2;
    }

    @Override
    public RunNode join(RunNode neighbour) {
        RunLeaf other = (RunLeaf) neighbour;
        RunBuilder both = new RunBuilder();
        both.copy(this, 0, text.length);
        both.copy(other, 0, other.text.length);
        return both.single();
    }

    /** Whether the place is between the halves of a surrogate pair. */
    boolean splitsPair(int at) {
        return at < text.length && Character.isHighSurrogate(text[at - 1]);
    }

    /** The run that the unit is in. */
    int runAt(int unit) {
        int run = 0;
        while (ends[run] <= unit) {
            run++;
        }
        return run;
    }

    /** One unit as an op. */
    Op opAt(int unit) {
        Object mark = marks[runAt(unit)];
        return mark instanceof Op.Embed embed ? embed : new Op.Insert(String.valueOf(text[unit]), (Attributes) mark);
    }

    @Override
    public boolean endsWithNewline() {
        return text.length > 0 && text[text.length - 1] == '\n' && marks[marks.length - 1] instanceof Attributes;
    }
}
