package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collab.it.client.Api;
import org.collab.it.faults.TypingEditor.Interruption;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes are replaced one after the other while fifty people type. Database and broker run apart, as in
 * docker-compose.yml; each node is reached through a load balancer that looks at its readiness. Before the second node is
 * replaced, half of the people have come to the new one, as they do in the course of time. Run by {@code ./test upgrade}.
 */
class RollingUpgradeIT {
    private static final int EDITORS = 50;
    private static final Duration PACE = Duration.ofMillis(1_500);
    /** Of each editor, before a node is drained: a node that has just started is slow for some seconds. */
    private static final int EDITS_BETWEEN = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_INTERRUPTION = Duration.ofSeconds(3);
    private static final Duration HEALTH_CHECK = Duration.ofMillis(100);
    private static final Pattern CONNECTIONS = Pattern.compile("(?m)^collab_connections (\\d+)");
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    @Test
    void L3_both_nodes_are_replaced_under_fifty_people_and_nobody_waits_longer_than_three_seconds(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        int brokerPort = Product.freePort();
        Map<String, String> broker = Map.of("BROKER_LISTEN", "127.0.0.1", "BROKER_PORT", Integer.toString(brokerPort));
        try (Product services = Product.start(directory.resolve("services"), broker);
                Place one = new Place(services, directory.resolve("one"), brokerPort);
                Place other = new Place(services, directory.resolve("other"), brokerPort)) {
            People people = People.at(services.uri());
            String document = people.owner(services.uri()).createDocument(people.room(), "Upgrade");
            HistoryFold history = new HistoryFold(document);
            try (TypingFleet fleet = new TypingFleet(
                    EDITORS,
                    List.of(one.uri(), other.uri()),
                    people.emails(),
                    document,
                    Duration.ofSeconds(6),
                    new Random(SEED))) {
                fleet.pace(PACE);
                fleet.typing(true);
                fleet.awaitEdits(EDITS_BETWEEN, PATIENCE);
                assertThat(one.connections()).isPositive();
                assertThat(other.connections()).isPositive();
                migrateAsTheNextVersion(services);

                replace(one, other, fleet);
                replace(other, one, fleet);

                fleet.typing(false);
                fleet.awaitRest(PATIENCE);
                judge(Verdict.of(fleet, history, people.owner(services.uri()), document), fleet);
            }
        }
    }

    /** As {@code docs/operations.md} tells: drain, stop, start, wait until it is ready. */
    private static void replace(Place leaving, Place staying, TypingFleet fleet) {
        int sentAway = leaving.connections();
        long drains = sum(fleet, TypingEditor::drains);
        long restarts = sum(fleet, TypingEditor::restarts);
        int interruptions = fleet.interruptions().size();
        leaving.stop(staying);
        fleet.awaitProgress(PATIENCE);
        assertThat(sum(fleet, TypingEditor::drains) - drains).as("told to go").isEqualTo(sentAway);
        assertThat(sum(fleet, TypingEditor::restarts) - restarts)
                .as("closed with 1012")
                .isEqualTo(sentAway);
        tell("upgrade: " + sentAway + " editors were sent away", fleet.interruptions());
        assertThat(fleet.interruptions().size() - interruptions)
                .as("interrupted, nobody of the other node's editors among them")
                .isEqualTo(sentAway);
        assertThat(staying.connections()).isEqualTo(EDITORS);
        leaving.start();
        fleet.editors().stream()
                .filter(editor -> editor.base().equals(leaving.uri()))
                .forEach(TypingEditor::comeAgain);
        fleet.awaitEdits(EDITS_BETWEEN, PATIENCE);
    }

    private static void judge(Verdict verdict, TypingFleet fleet) {
        tell("upgrade: both nodes were replaced", fleet.interruptions());
        System.out.printf(
                "upgrade: %d acknowledged, %d lost, %d doubled, %d diverged%n",
                verdict.acknowledged(), verdict.lost(), verdict.doubled(), verdict.diverged());
        assertThat(verdict.isClean()).as("%s, seed %d", verdict, SEED).isTrue();
        assertThat(fleet.interruptions()).hasSizeGreaterThanOrEqualTo(EDITORS);
        assertThat(longest(fleet.interruptions(), Interruption::untilSaved))
                .as("the longest interruption")
                .isLessThan(LONGEST_INTERRUPTION);
    }

    private static void tell(String what, List<Interruption> interruptions) {
        System.out.printf(
                "%s: %d interruptions; connected again after %d ms in the median and %d ms at most, saved again after %d ms and"
                        + " %d ms%n",
                what,
                interruptions.size(),
                median(interruptions, Interruption::untilJoined).toMillis(),
                longest(interruptions, Interruption::untilJoined).toMillis(),
                median(interruptions, Interruption::untilSaved).toMillis(),
                longest(interruptions, Interruption::untilSaved).toMillis());
    }

    /** The first new node migrates while old ones still serve: they go on, and start, on a schema that they do not know. */
    private static void migrateAsTheNextVersion(Product services) {
        services.sql().update("ALTER TABLE documents ADD COLUMN of_the_next_version text NOT NULL DEFAULT 'new'");
        services.sql().update("ALTER TABLE changes ADD COLUMN of_the_next_version text NOT NULL DEFAULT 'new'");
        services.sql().update("""
                INSERT INTO flyway_schema_history
                       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT max(installed_rank) + 1, '1000', 'next version', 'SQL', 'V1000__next_version.sql', 1, 'collab', 1, true
                  FROM flyway_schema_history""");
    }

    private static long sum(TypingFleet fleet, ToIntFunction<TypingEditor> count) {
        return fleet.editors().stream().mapToInt(count).sum();
    }

    private static Duration median(List<Interruption> interruptions, Function<Interruption, Duration> length) {
        return interruptions.stream().map(length).sorted().toList().get(interruptions.size() / 2);
    }

    private static Duration longest(List<Interruption> interruptions, Function<Interruption, Duration> length) {
        return interruptions.stream().map(length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** A node, whichever process it is now, and the address at which its editors reach it. */
    private static final class Place implements AutoCloseable {
        private final Product services;
        private final Path data;
        private final int brokerPort;
        private final FaultProxy balancer;
        private Product node;

        Place(Product services, Path data, int brokerPort) {
            this.services = services;
            this.data = data;
            this.brokerPort = brokerPort;
            this.node = Product.startBesideAtBroker(services, data, brokerPort);
            this.balancer = FaultProxy.to(node.uri().getPort());
        }

        java.net.URI uri() {
            return balancer.uri();
        }

        int connections() {
            Matcher found = CONNECTIONS.matcher(
                    Api.anonymous(node.uri()).get("metrics").requireStatus(200).body());
            if (!found.find()) {
                throw new AssertionError("no collab_connections");
            }
            return Integer.parseInt(found.group(1));
        }

        /** Asks the node to end; the balancer leads elsewhere as soon as it is not ready. */
        void stop(Place staying) {
            node.server().destroy();
            await("the node is not ready any more")
                    .pollInterval(HEALTH_CHECK)
                    .atMost(PATIENCE)
                    .until(() -> !isReady());
            balancer.leadTo(staying.node.uri().getPort());
            node.close();
        }

        void start() {
            node = Product.startBesideAtBroker(services, data, brokerPort);
            balancer.leadTo(node.uri().getPort());
        }

        private boolean isReady() {
            try {
                return Api.anonymous(node.uri()).get("health/ready").status() == 200;
            } catch (AssertionError noAnswer) {
                return false;
            }
        }

        @Override
        public void close() {
            balancer.close();
            node.close();
        }
    }
}
