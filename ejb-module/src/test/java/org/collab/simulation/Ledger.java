package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Every edit that a user has made in a run. */
final class Ledger {
    /** The first of 65,000 code points for private use, each a surrogate pair. */
    static final int FIRST_MARKER = 0xF0000;

    private final List<Edit> edits = new ArrayList<>();

    int newMarker() {
        return FIRST_MARKER + edits.size();
    }

    Edit add(OptionalInt inserted, List<Integer> deleted) {
        Edit edit = new Edit(edits.size(), inserted, deleted);
        edits.add(edit);
        return edit;
    }

    List<Edit> edits() {
        return edits;
    }

    static boolean isMarker(int codePoint) {
        return codePoint >= FIRST_MARKER;
    }

    /** The markers in a text, in order. */
    static List<Integer> markersIn(String text) {
        return text.codePoints().filter(Ledger::isMarker).boxed().toList();
    }
}
