package org.collab.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.LiveDocument.CommittedHead;

/** The parts of one run. */
final class World {
    private static final int DEEPEST_MEANWHILE = 3;

    final Scenario scenario;
    final Seams seams;
    final Trace trace;
    final Dice dice;
    final Agenda agenda = new Agenda();
    final Clock clock = new SimulatedClock();
    final Ledger ledger = new Ledger();
    final Watch watch = new Watch(this);
    final UUID documentId = History.DOCUMENT;
    final DurableLog durable;
    final List<SimulatedNode> nodes = new ArrayList<>();
    final List<Tab> tabs = new ArrayList<>();
    private boolean calm;
    private int meanwhileDepth;

    World(long seed, Seams seams, Trace trace) {
        this.dice = new Dice(seed);
        this.scenario = Scenario.draw(dice);
        this.seams = seams;
        this.trace = trace;
        this.durable = new DurableLog(dice);
        durable.begin(scenario.history());
        trace.note(scenario::toString);
        for (int i = 0; i < scenario.nodes(); i++) {
            nodes.add(new SimulatedNode(this, i));
        }
        for (int i = 0; i < scenario.clients(); i++) {
            tabs.add(new Tab(this, i));
        }
    }

    /** Whether a fault of this probability happens now; none does after the world has become calm. */
    boolean strikes(double probability) {
        return !calm && dice.chance(probability);
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    /** While somebody waits for the database, others go on. */
    void meanwhile() {
        if (meanwhileDepth < DEEPEST_MEANWHILE && strikes(scenario.meanwhile())) {
            meanwhileDepth++;
            for (int i = dice.below(4); i >= 0; i--) {
                agenda.step(dice);
            }
            meanwhileDepth--;
        }
    }

    /** A node tells the others of a commit: they may never hear of it, or twice, or late. */
    void relay(NodeProcess from, CommittedHead committed) {
        if (strikes(scenario.relayFailures())) {
            throw new IllegalStateException("the relay is down");
        }
        for (SimulatedNode node : nodes) {
            if (node.process() != from && !dice.chance(scenario.hintLoss())) {
                deliver(node, committed);
                if (dice.chance(scenario.hintDuplication())) {
                    deliver(node, committed);
                }
            }
        }
    }

    private void deliver(SimulatedNode node, CommittedHead committed) {
        agenda.sometime(() -> {
            if (node.process().isAlive()) {
                node.process().relayed(committed);
            }
        });
    }

    Optional<NodeProcess> anyLivingProcess() {
        List<NodeProcess> living = nodes.stream()
                .map(SimulatedNode::process)
                .filter(NodeProcess::isAlive)
                .toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(dice.pick(living));
    }

    List<Session> sessions() {
        return tabs.stream().flatMap(tab -> tab.session().stream()).toList();
    }
}
