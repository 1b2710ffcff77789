package org.collab.ot;

/**
 * Bounds of what is accepted from outside.
 *
 * @param ops the most ops in one delta
 * @param depth how deep objects and arrays may nest; the list of ops itself is level 1
 * @param length UTF-16 units: the longest document, and so the furthest that an edit may reach and the
 *     most that it may insert
 */
public record Limits(int ops, int depth, int length) {

    /** What protocol rule L7 tells every client. */
    public static final Limits PROTOCOL = new Limits(5_000, 6, 2_000_000);

    /**
     * For stored documents, which may have more runs than one edit may have ops. Whatever the edits built
     * must stay readable.
     */
    public static final Limits DOCUMENT = new Limits(2_000_000, 6, 2_000_000);

    public Limits {
        if (ops < 0 || depth < 1 || length < 0) {
            throw new IllegalArgumentException(
                    "limits must not be negative, were ops %d, depth %d, length %d".formatted(ops, depth, length));
        }
    }
}
