package org.collab.ot;

import java.util.Arrays;

/**
 * Marks what two sequences have in common, in Myers' way: the shortest edit script in linear space, found
 * from both ends towards the middle (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 *
 * <p>Time is O(length · differences) up to {@link #MAX_DIFFERENCES}; a stretch with more differences on
 * the way to its middle is taken as replaced whole. So the cost is bounded for texts that have nothing in
 * common, and the result still leads from one to the other. Recursion is as deep as the logarithm of the
 * differences.
 */
final class CommonSubsequence {

    private static final int MAX_DIFFERENCES = 4_000;

    private final int[] a;
    private final int[] b;
    private final boolean[] inA;
    private final boolean[] inB;
    private int[] forward = new int[0];
    private int[] backward = new int[0];

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
        long middle = middle(lowA, highA, lowB, highB);
        if (middle >= 0) {
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

    /** A point that a shortest path goes through, as x and y in one long; -1 where it is too far. */
    private long middle(int lowA, int highA, int lowB, int highB) {
        int n = highA - lowA;
        int m = highB - lowB;
        int most = Math.min((n + m + 1) / 2, MAX_DIFFERENCES);
        int offset = most + 1;
        prepare(2 * most + 3, offset);
        int delta = n - m;
        boolean odd = (delta & 1) != 0;
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x = step(forward, offset, d, k);
                int y = x - k;
                while (x < n && y >= 0 && y < m && a[lowA + x] == b[lowB + y]) {
                    x++;
                    y++;
                }
                forward[offset + k] = x;
                int opposite = delta - k;
                boolean meets =
                        odd && Math.abs(opposite) < d && inside(x, y, n, m) && x >= n - backward[offset + opposite];
                if (meets) {
                    return point(lowA + x, lowB + y);
                }
            }
            for (int k = -d; k <= d; k += 2) {
                int x = step(backward, offset, d, k);
                int y = x - k;
                while (x < n && y >= 0 && y < m && a[highA - 1 - x] == b[highB - 1 - y]) {
                    x++;
                    y++;
                }
                backward[offset + k] = x;
                int opposite = delta - k;
                boolean meets =
                        !odd && Math.abs(opposite) <= d && inside(x, y, n, m) && forward[offset + opposite] >= n - x;
                if (meets) {
                    return point(highA - x, highB - y);
                }
            }
        }
        return -1;
    }

    private void prepare(int size, int offset) {
        if (forward.length < size) {
            forward = new int[size];
            backward = new int[size];
        }
        Arrays.fill(forward, 0, size, 0);
        Arrays.fill(backward, 0, size, 0);
        forward[offset + 1] = 0;
        backward[offset + 1] = 0;
    }

    private static int step(int[] furthest, int offset, int d, int k) {
        boolean down = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
        return down ? furthest[offset + k + 1] : furthest[offset + k - 1] + 1;
    }

    private static boolean inside(int x, int y, int n, int m) {
        return x <= n && y >= 0 && y <= m;
    }

    private static long point(int x, int y) {
        return ((long) x << 32) | y;
    }
}
