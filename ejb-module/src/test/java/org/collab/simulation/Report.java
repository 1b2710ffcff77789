package org.collab.simulation;

import java.util.List;
import java.util.Optional;

/** A failing seed, run once more for the reader. */
final class Report {
    private static final int LAST_LINES = 400;

    private Report() {}

    static String of(long seed, Seams seams) {
        Trace trace = new Trace(true);
        Logs.into(trace, () -> {
            Optional<Violation> violation = Simulation.run(seed, seams, trace);
            violation.ifPresent(found -> trace.note(found::getMessage));
        });
        List<String> lines = trace.lines();
        return "seed " + seed + " (replay: -Dsimulator.seed=" + seed + " -Dsimulator.seeds=1)\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
