package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens by itself: people edit, machines fail and come back. */
final class Happenings {
    private record Happening(double weight, Runnable happens) {}

    private final World world;
    private final Dice dice;
    private final Typist typist;
    private final List<Happening> all = new ArrayList<>();
    private double total;

    Happenings(World world) {
        this.world = world;
        this.dice = world.dice;
        Scenario scenario = world.scenario;
        this.typist = new Typist(dice, world.ledger, scenario.badEdits());
        add(12, () -> session(this::edit));
        add(5, () -> session(Session::connect));
        add(2, () -> node(node -> node.process().keepUp()));
        add(0.5, () -> session(Session::tellHash));
        add(0.3, () -> process(NodeProcess::read));
        add(scenario.cuts(), () -> session(session -> session.connection().ifPresent(Connection::cut)));
        add(scenario.cuts() / 3, () -> session(Session::restart));
        add(scenario.nodeCrashes(), () -> node(SimulatedNode::kill));
        add(2 * scenario.nodeCrashes(), () -> node(SimulatedNode::restart));
        add(scenario.tabCrashes(), () -> dice.pick(world.tabs).crash());
        add(2 * scenario.tabCrashes(), () -> dice.pick(world.tabs).resume());
        add(scenario.outages(), () -> process(process -> process.cutFromStore(true)));
        add(2 * scenario.outages(), () -> process(process -> process.cutFromStore(false)));
        add(scenario.rot(), () -> session(Session::rot));
        add(scenario.rot() * 4, () -> session(Session::tellHash));
        add(scenario.intruders(), new Intruder(world)::intrude);
        add(scenario.inDoubt() * 10, world.durable::decide);
        add(scenario.refusals(), () -> right(false));
        add(scenario.refusals(), () -> right(true));
    }

    private void add(double weight, Runnable happens) {
        if (weight > 0) {
            all.add(new Happening(weight, happens));
            total += weight;
        }
    }

    void next() {
        double drawn = dice.upTo(total);
        for (Happening happening : all) {
            drawn -= happening.weight();
            if (drawn < 0) {
                happening.happens().run();
                return;
            }
        }
    }

    private void edit(Session session) {
        if (session.isOpened()) {
            session.edit(typist);
        }
    }

    private void right(boolean write) {
        Tab tab = dice.pick(world.tabs);
        world.trace.note(() -> tab + (write ? " may write" : " may only read"));
        world.durable.allow(tab.userId(), write);
    }

    private void session(Consumer<Session> what) {
        dice.pick(world.tabs).session().ifPresent(what);
    }

    private void node(Consumer<SimulatedNode> what) {
        what.accept(dice.pick(world.nodes));
    }

    private void process(Consumer<NodeProcess> what) {
        NodeProcess process = dice.pick(world.nodes).process();
        if (process.isAlive()) {
            what.accept(process);
        }
    }
}
