package org.collab.history.control;

import java.util.function.BiConsumer;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/**
 * A text that must stand nowhere. However it came to stand somewhere, typed at once or letter by letter or put together,
 * it came by an edit that touches it: so it is looked for around each edit.
 */
record ForbiddenText(String text) {
    /** What was edited, after the edit. */
    interface Edited {
        int length();

        String slice(int from, int to);
    }

    /** Tells from where to where the text stands around the places that were edited. */
    void find(Delta edit, Edited edited, BiConsumer<Integer, Integer> found) {
        int at = 0;
        for (Op op : edit.ops()) {
            if (op.isInsert()) {
                find(at, at + op.length(), edited, found);
                at += op.length();
            } else if (op instanceof Op.Delete) {
                find(at, at, edited, found);
            } else {
                at += op.length();
            }
        }
    }

    private void find(int from, int to, Edited edited, BiConsumer<Integer, Integer> found) {
        int start = Math.max(0, from - text.length() + 1);
        String around = edited.slice(start, Math.min(edited.length(), to + text.length() - 1));
        for (int hit = around.indexOf(text); hit >= 0; hit = around.indexOf(text, hit + 1)) {
            found.accept(start + hit, start + hit + text.length());
        }
    }
}
