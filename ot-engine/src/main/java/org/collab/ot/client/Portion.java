package org.collab.ot.client;

import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Op;

/**
 * An edit as a part that fits into one message, and the rest of it, to be made after that part; the rest is
 * empty where all of it fits. Linear in the edit.
 *
 * <p>The bounds stay well under protocol L7: 256 KiB a message, of which a UTF-16 unit takes at most three
 * bytes, and 5,000 ops.
 */
record Portion(Delta first, Delta rest) {

    static final int MAX_JSON_UNITS = 60_000;
    static final int MAX_OPS = 4_000;

    /** Text of one insert is cut to this many units; escaping makes a unit at most six characters. */
    static final int MAX_INSERT_UNITS = 8_000;

    static Portion of(Delta edit) {
        int at = fits(edit) ? edit.length() : cutPoint(edit);
        if (at == edit.length()) {
            return new Portion(edit, Delta.EMPTY);
        }
        Delta first = edit.slice(0, at);
        int reached = first.baseLength() + first.changeLength();
        Delta rest = Delta.builder().retain(reached).build().concat(edit.slice(at, edit.length()));
        return new Portion(first.chop(), rest);
    }

    private static boolean fits(Delta edit) {
        return edit.ops().size() <= MAX_OPS
                && edit.ops().stream().mapToInt(Portion::jsonUnits).sum() <= MAX_JSON_UNITS;
    }

    /** With the comma that follows. */
    private static int jsonUnits(Op op) {
        return DeltaJson.write(Delta.of(List.of(op))).length() - 1;
    }

    /** How much of the edit, by the length of its ops, fits; one piece of an op always does. */
    private static int cutPoint(Delta edit) {
        int at = 0;
        int units = 0;
        int count = 0;
        for (Op op : edit.ops()) {
            int end = at + op.length();
            for (int from = 0; at < end; count++) {
                Op piece = op instanceof Op.Insert insert ? piece(insert, from) : op;
                units += jsonUnits(piece);
                if (count == MAX_OPS || (count > 0 && units > MAX_JSON_UNITS)) {
                    return at;
                }
                from += piece.length();
                at += piece.length();
            }
        }
        return at;
    }

    /** The text from there, as far as one piece may go; never to the middle of a surrogate pair. */
    private static Op piece(Op.Insert insert, int from) {
        String text = insert.text();
        int to = Math.min(text.length(), from + MAX_INSERT_UNITS);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return new Op.Insert(text.substring(from, to), insert.attributes());
    }
}
