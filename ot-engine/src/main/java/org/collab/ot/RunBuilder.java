package org.collab.ot;

import java.util.Arrays;

/** Collects runs, joins neighbours that are one run, and cuts the whole into leaves. */
final class RunBuilder {

    /** New leaves keep room, so that the next edits do not have to cut them again. */
    private static final int TARGET_LENGTH = RunLeaf.MAX_LENGTH * 3 / 4;

    private static final int TARGET_RUNS = RunLeaf.MAX_RUNS * 3 / 4;

    private static final char[] NO_TEXT = new char[0];
    private static final int[] NO_ENDS = new int[0];
    private static final Object[] NO_MARKS = new Object[0];

    private char[] text = NO_TEXT;
    private int[] ends = NO_ENDS;
    private Object[] marks = NO_MARKS;
    private int length;
    private int runs;

    /** Starts anew, with room for so many units, and for a leaf's runs and one insert. */
    void startWith(RunLeaf leaf, int expectedLength) {
        length = 0;
        runs = 0;
        if (text.length < expectedLength) {
            text = new char[expectedLength];
        }
        if (ends.length < leaf.ends.length + 2) {
            ends = new int[leaf.ends.length + 2];
            marks = new Object[leaf.ends.length + 2];
        }
    }

    /** Adds inserted content. */
    void add(Op op) {
        if (op instanceof Op.Insert insert) {
            String added = insert.text();
            reserve(added.length());
            added.getChars(0, added.length(), text, length);
            append(known(insert.attributes()), added.length());
        } else {
            reserve(1);
            text[length] = RunLeaf.EMBED;
            append(op, 1);
        }
    }

    /** Adds a part of a leaf as it is. */
    void copy(RunLeaf leaf, int from, int to) {
        if (from == to) {
            return;
        }
        reserve(to - from);
        System.arraycopy(leaf.text, from, text, length, to - from);
        int first = leaf.runAt(from);
        int firstEnd = Math.min(leaf.ends[first], to);
        append(leaf.marks[first], firstEnd - from);
        if (firstEnd < to) {
            copyRuns(leaf, first + 1, to);
        }
    }

    /** Adds whole runs of which the first does not continue the last one, up to a place in the leaf's text. */
    private void copyRuns(RunLeaf leaf, int first, int to) {
        int last = leaf.runAt(to - 1);
        int count = last - first + 1;
        reserveRuns(count);
        System.arraycopy(leaf.marks, first, marks, runs, count);
        int shift = length - leaf.ends[first - 1];
        for (int i = 0; i < count; i++) {
            ends[runs + i] = leaf.ends[first + i] + shift;
        }
        runs += count;
        length = to + shift;
        ends[runs - 1] = length;
    }

    /** Adds a part of a leaf with a format set or removed. */
    void format(RunLeaf leaf, int from, int to, Attributes attributes) {
        reserve(to - from);
        System.arraycopy(leaf.text, from, text, length, to - from);
        int at = from;
        for (int run = leaf.runAt(from); at < to; run++) {
            int end = Math.min(leaf.ends[run], to);
            append(formatted(leaf.marks[run], attributes), end - at);
            at = end;
        }
    }

    private Object formatted(Object mark, Attributes attributes) {
        if (mark instanceof Op.Embed embed) {
            return Composition.withAttributes(embed, embed.attributes().compose(attributes, false));
        }
        return known(((Attributes) mark).compose(attributes, false));
    }

    /** Equal attributes nearby become one object: a document has few of them and many runs. */
    private Attributes known(Attributes attributes) {
        for (int run = runs - 1; run >= Math.max(0, runs - RunLeaf.MAX_RUNS); run--) {
            if (attributes.equals(marks[run])) {
                return (Attributes) marks[run];
            }
        }
        return attributes;
    }

    private void reserve(int added) {
        if (length + added > text.length) {
            text = Arrays.copyOf(text, Math.max(RunLeaf.MAX_LENGTH, Math.max(length + added, text.length * 2)));
        }
    }

    private void reserveRuns(int added) {
        if (runs + added > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(runs + added, ends.length * 2));
            marks = Arrays.copyOf(marks, ends.length);
        }
    }

    /** The next units of the text are a run, or the last run's continuation. */
    private void append(Object mark, int added) {
        length += added;
        boolean goesOn = runs > 0 && mark instanceof Attributes && mark.equals(marks[runs - 1]);
        if (goesOn) {
            ends[runs - 1] = length;
            return;
        }
        reserveRuns(1);
        ends[runs] = length;
        marks[runs++] = mark;
    }

    boolean fitsOneLeaf() {
        return length > 0 && length <= RunLeaf.MAX_LENGTH && runs <= RunLeaf.MAX_RUNS;
    }

    /** Everything as one leaf, whatever its size. */
    RunLeaf single() {
        return new RunLeaf(takeText(), Arrays.copyOf(ends, runs), Arrays.copyOf(marks, runs));
    }

    /** The text; where it fills its array, the array itself, which this builder then gives up. */
    private char[] takeText() {
        if (length < text.length) {
            return Arrays.copyOf(text, length);
        }
        char[] taken = text;
        text = NO_TEXT;
        return taken;
    }

    /** Everything as leaves of fitting size. */
    void cutInto(NodeStack leaves) {
        if (length == 0) {
            return;
        }
        if (fitsOneLeaf()) {
            leaves.push(single());
            return;
        }
        int run = 0;
        for (int at = 0; at < length; ) {
            int lastRun = Math.min(run + TARGET_RUNS, runs) - 1;
            int end = Math.min(ends[lastRun], at + TARGET_LENGTH);
            if (end < length && Character.isHighSurrogate(text[end - 1])) {
                end--;
            }
            leaves.push(cut(at, end, run));
            at = end;
            while (run < runs && ends[run] <= at) {
                run++;
            }
        }
    }

    private RunLeaf cut(int from, int to, int firstRun) {
        int lastRun = firstRun;
        while (ends[lastRun] < to) {
            lastRun++;
        }
        int[] cutEnds = new int[lastRun - firstRun + 1];
        for (int i = 0; i < cutEnds.length; i++) {
            cutEnds[i] = Math.min(ends[firstRun + i], to) - from;
        }
        return new RunLeaf(
                Arrays.copyOfRange(text, from, to), cutEnds, Arrays.copyOfRange(marks, firstRun, lastRun + 1));
    }
}
