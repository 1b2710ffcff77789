package org.collab.history.entity;

import org.collab.ot.Delta;
import org.collab.ot.Op;

/** How much somebody has done, in UTF-16 code units. */
public record Tally(long inserted, long deleted, long changes) {
    public static final Tally NONE = new Tally(0, 0, 0);

    /** This and one change more. */
    public Tally and(Delta change) {
        long in = 0;
        long out = 0;
        for (Op op : change.ops()) {
            if (op.isInsert()) {
                in += op.length();
            } else if (op instanceof Op.Delete) {
                out += op.length();
            }
        }
        return new Tally(inserted + in, deleted + out, changes + 1);
    }
}
