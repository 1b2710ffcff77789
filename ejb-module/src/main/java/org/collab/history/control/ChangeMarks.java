package org.collab.history.control;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What has to go of one change: some of the units that it has put in, and all that some of its ops say. */
final class ChangeMarks {
    private final BitSet units = new BitSet();
    private final BitSet emptied = new BitSet();
    private final Map<Ink, BitSet> inCells = new HashMap<>();

    void mark(Origin origin) {
        BitSet set = origin.ink().isInCell() ? inCells.computeIfAbsent(origin.ink(), ink -> new BitSet()) : units;
        set.set(origin.offset(), origin.offset() + origin.length());
    }

    void empty(int op) {
        emptied.set(op);
    }

    /** Of the text that was put into the document. */
    boolean hasUnit(int offset) {
        return units.get(offset);
    }

    boolean empties(int op) {
        return emptied.get(op);
    }

    /** Of the text that an op has put into a cell. */
    BitSet inCell(Ink ink) {
        return inCells.getOrDefault(ink, new BitSet());
    }
}
