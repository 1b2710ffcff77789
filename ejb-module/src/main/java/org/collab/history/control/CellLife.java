package org.collab.history.control;

import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/** The text of a table's cell, with the origins of its units. Not thread-safe. */
final class CellLife implements ForbiddenText.Edited {
    private final StringBuilder text = new StringBuilder();
    private final PieceList<Origin> origins = new PieceList<Origin>(List.of());

    void edit(Ink ink, Delta change) {
        origins.edit(change, new Origin.Hand(ink));
        int at = 0;
        for (Op op : change.ops()) {
            if (op instanceof Op.Insert insert) {
                text.insert(at, insert.text());
                at += op.length();
            } else if (op instanceof Op.Delete) {
                text.delete(at, at + op.length());
            } else {
                at += op.length();
            }
        }
    }

    List<Origin> origins(int from, int to) {
        return origins.slice(from, to);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public String slice(int from, int to) {
        return text.substring(from, to);
    }

    long fingerprint() {
        return fingerprint(text);
    }

    /** A number that equal texts have in common and others have not; 0 for one that says nothing. FNV-1a. */
    static long fingerprint(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        boolean says = false;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            says |= !Character.isWhitespace(text.charAt(i));
        }
        return says ? hash : 0;
    }
}
