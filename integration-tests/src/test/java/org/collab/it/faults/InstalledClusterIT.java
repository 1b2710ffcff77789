package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.collab.it.client.Api;
import org.collab.it.product.Cluster;
import org.collab.it.product.InstalledServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two installed servers on one database, which hear of each other as the scripts have told them. */
@TestInstance(Lifecycle.PER_CLASS)
class InstalledClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EDITORS = 12;
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private InstalledServer first;
    private InstalledServer second;
    private Cluster cluster;
    private FaultProxy balancer;
    private People people;

    @BeforeAll
    void install(@TempDir Path directory) throws IOException {
        first = InstalledServer.fresh(directory.resolve("data"));
        second = first.another("second");
        cluster = Cluster.of(first, second);
        first.serve(cluster.settings());
        second.serve(cluster.settings());
        balancer = FaultProxy.to(second.uri().getPort());
        people = People.at(first.uri());
    }

    @AfterAll
    void end() {
        balancer.close();
        second.closeServer();
        cluster.close();
        first.close();
    }

    @Test
    void edits_cross_by_the_relay_and_by_polling_without_it() throws IOException {
        Api ana = people.owner(first.uri());
        String document = ana.createDocument(people.room(), "Crossing");
        try (Crossing crossing = new Crossing(ana, people.owner(second.uri()), document)) {
            crossing.requireWithAndWithoutRelay(
                    this::awaitRelay,
                    () -> {
                        cluster.interrupt();
                        awaitAlone();
                    },
                    cluster::resume);
        }
    }

    @Test
    void I2_every_edit_is_saved_exactly_once_when_a_node_is_killed() throws IOException {
        String document = people.owner(first.uri()).createDocument(people.room(), "Cluster");
        HistoryFold history = new HistoryFold(document);
        try (TypingFleet fleet = new TypingFleet(
                EDITORS,
                List.of(first.uri(), balancer.uri()),
                people.emails(),
                document,
                Duration.ofSeconds(6),
                random)) {
            awaitRelay();
            fleet.typing(true);
            fleet.awaitProgress(PATIENCE);
            long since = System.nanoTime();
            second.kill();
            balancer.leadTo(first.uri().getPort());
            fleet.waitForNewEdits();
            Duration recovery = fleet.awaitRecovery(since, PATIENCE);

            second.startAgain();
            balancer.leadTo(second.uri().getPort());
            balancer.cut(1, random);
            awaitRelay();
            fleet.awaitProgress(PATIENCE);
            fleet.typing(false);
            fleet.awaitRest(PATIENCE);

            Verdict verdict = Verdict.of(fleet, history, people.owner(first.uri()), document);
            System.out.printf(
                    "cluster: node killed: recovered in %.1f s, %d acknowledged, %d lost, %d doubled, %d diverged%n",
                    recovery.toMillis() / 1000.0,
                    verdict.acknowledged(),
                    verdict.lost(),
                    verdict.doubled(),
                    verdict.diverged());
            assertThat(verdict.isClean()).as("%s, seed %d", verdict, SEED).isTrue();
        }
    }

    private void awaitRelay() {
        for (InstalledServer node : List.of(first, second)) {
            Crossing.awaitMetric(node.uri(), "collab_relay_up 1.0");
            Crossing.awaitMetric(node.uri(), "collab_relay_nodes 1.0");
        }
    }

    private void awaitAlone() {
        for (InstalledServer node : List.of(first, second)) {
            Crossing.awaitMetric(node.uri(), "collab_relay_nodes 0.0");
        }
    }
}
