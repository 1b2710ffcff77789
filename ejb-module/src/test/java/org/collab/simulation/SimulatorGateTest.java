package org.collab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collab.simulation.Violation.Oracle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator is worth something only if it sees the mistakes that it is there for. */
class SimulatorGateTest {
    private static final int SEEDS = 300;

    @BeforeAll
    static void silence() {
        Logs.silence();
    }

    @ParameterizedTest
    @EnumSource
    void seeded_bug_is_caught(SeededBug bug) {
        Map<Oracle, Integer> caughtBy = new EnumMap<>(Oracle.class);
        List<String> first = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Optional<Violation> violation = Simulation.run(seed, bug);
            if (violation.isPresent()) {
                caughtBy.merge(violation.get().oracle(), 1, Integer::sum);
                first.add("seed " + seed + ": " + violation.get().getMessage());
            }
        }
        assertThat(first).as("%s is not caught by seeds 1 to %d", bug, SEEDS).isNotEmpty();
        System.out.printf(
                "gate: %s is caught in %d of %d runs by %s, first by %.200s%n",
                bug, first.size(), SEEDS, caughtBy, first.get(0));
    }
}
