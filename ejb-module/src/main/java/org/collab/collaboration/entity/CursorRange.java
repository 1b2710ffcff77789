package org.collab.collaboration.entity;

import org.collab.ot.Delta;
import org.collab.ot.Priority;

/**
 * A caret or a selection.
 *
 * @param index UTF-16 code units from the document's start
 * @param length 0 for a caret
 */
public record CursorRange(int index, int length) {
    public CursorRange {
        if (index < 0 || length < 0 || index > Integer.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "a range has a non-negative index and length, was " + index + " and " + length);
        }
    }

    /** The range after a change by somebody else: text inserted at its end does not move it. */
    public CursorRange after(Delta change) {
        int start = change.transformPosition(index, Priority.THIS_FIRST);
        int end = change.transformPosition(index + length, Priority.THIS_FIRST);
        return new CursorRange(start, Math.max(0, end - start));
    }
}
