package org.collab.history.control;

import java.util.List;
import org.collab.collaboration.entity.CursorRange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Priority;

/** The edits that make a document what it was. */
public final class Restoration {
    private Restoration() {}

    /** The edit that makes all of it what it was. */
    public static Delta whole(Delta now, Delta then) {
        return now.diff(then);
    }

    /**
     * The edit that puts back what stood in a range. What others have put in at its borders since stays.
     *
     * @param range of {@code then}
     * @param since the changes from {@code then} to {@code now}, one by one
     */
    public static Delta range(Delta now, Delta then, CursorRange range, List<Delta> since) {
        int start = range.index();
        int end = range.index() + range.length();
        for (Delta change : since) {
            start = change.transformPosition(start, Priority.OTHER_FIRST);
            end = change.transformPosition(end, Priority.THIS_FIRST);
        }
        start = Math.min(start, end);
        Delta stood = then.slice(range.index(), range.index() + range.length());
        Delta difference = now.slice(start, end).diff(stood);
        if (difference.isEmpty()) {
            return difference;
        }
        DeltaBuilder edit = Delta.builder().retain(start);
        difference.ops().forEach(edit::push);
        return edit.build();
    }
}
