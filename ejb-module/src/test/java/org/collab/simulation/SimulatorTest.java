package org.collab.simulation;

import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many seeds. {@code -Dsimulator.seeds=1000000} runs that many, from {@code -Dsimulator.seed=…}; one seed alone, with
 * {@code -Dsimulator.seeds=1}, replays it.
 */
class SimulatorTest {
    private static final long FIRST = Long.getLong("simulator.seed", 1);
    private static final long SEEDS = Long.getLong("simulator.seeds", 5_000);

    @BeforeAll
    static void silence() {
        Logs.silence();
    }

    @Test
    void I1_to_I7_hold_in_every_run() {
        long started = System.nanoTime();
        LongStream.range(FIRST, FIRST + SEEDS).forEach(SimulatorTest::run);
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "simulator: %,d seeds from %d hold in %.1f s (%.0f a second)%n",
                SEEDS, FIRST, seconds, SEEDS / seconds);
    }

    private static void run(long seed) {
        Optional<Violation> violation = Simulation.run(seed, Seams.NONE);
        if (violation.isPresent()) {
            fail(Report.of(seed, Seams.NONE), violation.get());
        }
    }
}
