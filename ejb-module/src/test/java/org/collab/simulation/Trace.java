package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened, line by line; kept only in a run that is to be read by people. */
final class Trace {
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean kept) {
        this.kept = kept;
    }

    void note(Supplier<String> line) {
        if (kept) {
            lines.add(lines.size() + " " + line.get());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
