package org.collab.simulation;

import java.util.Optional;
import org.collab.simulation.Violation.Oracle;

/** One run: faults for a while, then recovery, then the verdict. The same seed gives the same run. */
final class Simulation {
    private final World world;

    private Simulation(World world) {
        this.world = world;
    }

    /** What is wrong in the run of this seed. */
    static Optional<Violation> run(long seed, Seams seams) {
        return run(seed, seams, new Trace(false));
    }

    static Optional<Violation> run(long seed, Seams seams, Trace trace) {
        try {
            new Simulation(new World(seed, seams, trace)).run();
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        } catch (RuntimeException e) {
            return Optional.of(new Violation(Oracle.FAILURE, e));
        }
    }

    private void run() {
        Happenings happenings = new Happenings(world);
        world.sessions().forEach(Session::connect);
        for (int step = 0; step < world.scenario.steps(); step++) {
            if (!world.dice.chance(world.scenario.hurry()) || !world.agenda.step(world.dice)) {
                happenings.next();
            }
        }
        new Recovery(world).run();
        new Verdict(world).check();
    }
}
