package org.collab.simulation;

import org.collab.simulation.Violation.Oracle;

/** The faults end, and everything has to come to rest without anybody editing. */
final class Recovery {
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_STEPS_A_ROUND = 20_000;

    private final World world;

    Recovery(World world) {
        this.world = world;
    }

    void run() {
        world.trace.note(() -> "everything is healed");
        world.calmDown();
        world.durable.decide();
        world.nodes.forEach(SimulatedNode::restart);
        world.nodes.forEach(node -> node.process().cutFromStore(false));
        world.tabs.forEach(Tab::resume);
        world.sessions()
                .forEach(session ->
                        session.connection().filter(Connection::isLossy).ifPresent(Connection::cut));
        comeToRest();
        world.sessions().forEach(Session::tellHash);
        settle();
        comeToRest();
    }

    private void comeToRest() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            world.sessions().forEach(Session::connect);
            settle();
            world.nodes.forEach(node -> node.process().keepUp());
            settle();
            if (world.sessions().stream().allMatch(Session::isAtRest)) {
                return;
            }
        }
        throw new Violation(Oracle.REST, "no rest after " + MOST_ROUNDS + " rounds: " + stragglers());
    }

    private void settle() {
        for (int i = 0; world.agenda.step(world.dice); i++) {
            if (i > MOST_STEPS_A_ROUND) {
                throw new Violation(Oracle.REST, "messages go to and fro for ever");
            }
        }
    }

    private String stragglers() {
        return world.sessions().stream()
                .filter(session -> !session.isAtRest())
                .map(session -> session + " at " + session.replica().map(Replica::client))
                .toList()
                .toString();
    }
}
