package org.collab.simulation;

/** A server that may be killed and started again. */
final class SimulatedNode {
    private final World world;
    private final int number;
    private int starts;
    private NodeProcess process;

    SimulatedNode(World world, int number) {
        this.world = world;
        this.number = number;
        this.process = start(world, number, 0);
    }

    NodeProcess process() {
        return process;
    }

    void kill() {
        world.trace.note(() -> process + " is killed");
        process.kill();
    }

    void restart() {
        if (!process.isAlive()) {
            process = start(world, number, ++starts);
            world.trace.note(() -> process + " starts");
        }
    }

    private static NodeProcess start(World world, int number, int starts) {
        return new NodeProcess(world, "node" + number + "." + starts);
    }
}
