package org.collab.ot;

import java.util.Arrays;

/**
 * Marks what two sequences have in common, in Myers' way: the shortest edit script in linear space, found
 * from both ends towards the middle (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 *
 * <p>Time is O(length · differences), within bounds: a stretch with more than {@link #MAX_DIFFERENCES} on
 * the way to its middle, or for which no time is left, is taken as replaced whole. So the cost is bounded
 * whatever the texts are, and the result still leads from one to the other. Recursion is as deep as the logarithm of the
 * differences.
 */
final class CommonSubsequence {

    private static final int MAX_DIFFERENCES = 4_000;

    private static final long NONE = -1;

    /** Elements compared, over all stretches; a fraction of a second. */
    private long budget = 100_000_000;

    private final int[] a;
    private final int[] b;
    private final boolean[] inA;
    private final boolean[] inB;

    /** How far each diagonal was followed from the start and from the end of the current stretch. */
    private int[] forward = new int[0];

    private int[] backward = new int[0];
    private int origin;

    /** The arrays of flags are filled by {@link #find}: true where an element is part of both. */
    CommonSubsequence(int[] a, int[] b, boolean[] inA, boolean[] inB) {
        this.a = a;
        this.b = b;
        this.inA = inA;
        this.inB = inB;
    }

    void find() {
        find(0, a.length, 0, b.length);
    }

    private void find(int fromA, int toA, int fromB, int toB) {
        int lowA = fromA;
        int lowB = fromB;
        int highA = toA;
        int highB = toB;
        while (lowA < highA && lowB < highB && a[lowA] == b[lowB]) {
            mark(lowA++, lowB++);
        }
        while (lowA < highA && lowB < highB && a[highA - 1] == b[highB - 1]) {
            mark(--highA, --highB);
        }
        if (lowA == highA || lowB == highB) {
            return;
        }
        long middle = middle(new Stretch(lowA, highA, lowB, highB));
        if (middle != NONE) {
            int x = (int) (middle >>> 32);
            int y = (int) middle;
            find(lowA, x, lowB, y);
            find(x, highA, y, highB);
        }
    }

    private void mark(int i, int j) {
        inA[i] = true;
        inB[j] = true;
    }

    /** A part of both sequences, whose first elements differ, and whose last ones. */
    private record Stretch(int lowA, int highA, int lowB, int highB) {
        int lengthA() {
            return highA - lowA;
        }

        int lengthB() {
            return highB - lowB;
        }

        /** On which diagonal the end lies, seen from the start. */
        int endDiagonal() {
            return lengthA() - lengthB();
        }

        boolean contains(int x, int y) {
            return x <= lengthA() && y >= 0 && y <= lengthB();
        }
    }

    /** A point that a shortest path goes through, as x and y in one long; NONE where it is too far. */
    private long middle(Stretch stretch) {
        int most = Math.min((stretch.lengthA() + stretch.lengthB() + 1) / 2, MAX_DIFFERENCES);
        prepare(most);
        for (int differences = 0; differences <= most; differences++) {
            if (budget < 0) {
                return NONE;
            }
            long point = goForward(stretch, differences);
            if (point == NONE) {
                point = goBackward(stretch, differences);
            }
            if (point != NONE) {
                return point;
            }
        }
        return NONE;
    }

    private void prepare(int most) {
        int size = 2 * most + 3;
        origin = most + 1;
        if (forward.length < size) {
            forward = new int[size];
            backward = new int[size];
        }
        Arrays.fill(forward, 0, size, 0);
        Arrays.fill(backward, 0, size, 0);
    }

    /** One more difference from the start; the two paths meet here where their distance is odd. */
    private long goForward(Stretch stretch, int differences) {
        int end = stretch.endDiagonal();
        for (int k = -differences; k <= differences; k += 2) {
            int start = step(forward, differences, k);
            int x = start;
            int y = x - k;
            while (x < stretch.lengthA()
                    && y >= 0
                    && y < stretch.lengthB()
                    && a[stretch.lowA() + x] == b[stretch.lowB() + y]) {
                x++;
                y++;
            }
            forward[origin + k] = x;
            budget -= 1 + x - start;
            boolean meets = (end & 1) != 0
                    && Math.abs(end - k) < differences
                    && stretch.contains(x, y)
                    && x + backward[origin + end - k] >= stretch.lengthA();
            if (meets) {
                return point(stretch.lowA() + x, stretch.lowB() + y);
            }
        }
        return NONE;
    }

    /** One more difference from the end; the two paths meet here where their distance is even. */
    private long goBackward(Stretch stretch, int differences) {
        int end = stretch.endDiagonal();
        for (int k = -differences; k <= differences; k += 2) {
            int start = step(backward, differences, k);
            int x = start;
            int y = x - k;
            while (x < stretch.lengthA()
                    && y >= 0
                    && y < stretch.lengthB()
                    && a[stretch.highA() - 1 - x] == b[stretch.highB() - 1 - y]) {
                x++;
                y++;
            }
            backward[origin + k] = x;
            budget -= 1 + x - start;
            boolean meets = (end & 1) == 0
                    && Math.abs(end - k) <= differences
                    && stretch.contains(x, y)
                    && x + forward[origin + end - k] >= stretch.lengthA();
            if (meets) {
                return point(stretch.highA() - x, stretch.highB() - y);
            }
        }
        return NONE;
    }

    /** Where diagonal {@code k} goes on: from the neighbour that came further. */
    private int step(int[] furthest, int differences, int k) {
        int at = origin + k;
        boolean fromAbove = k == -differences || (k != differences && furthest[at - 1] < furthest[at + 1]);
        return fromAbove ? furthest[at + 1] : furthest[at - 1] + 1;
    }

    private static long point(int x, int y) {
        return ((long) x << 32) | y;
    }
}
