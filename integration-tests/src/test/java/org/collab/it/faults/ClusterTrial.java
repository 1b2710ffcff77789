package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;

/**
 * People on both nodes type into one document, while a node and PostgreSQL are killed and the relay is interrupted, in
 * turns. {@code cluster.minutes} says for how long; without it each happens once.
 */
final class ClusterTrial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration P3 = Duration.ofSeconds(10);
    private static final int EDITORS = 12;
    private static final long MINUTES = Long.getLong("cluster.minutes", 0);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final NodePair nodes;
    private final People people;

    /** What the second node's editors connect to. */
    private final FaultProxy balancer;

    ClusterTrial(NodePair nodes) {
        this.nodes = nodes;
        this.people = People.at(nodes.first());
        this.balancer = FaultProxy.to(nodes.second().getPort());
    }

    @Override
    public void close() {
        balancer.close();
    }

    /** An edit crosses at once by the relay, by polling while that is interrupted, and at once when it is back. */
    void requireCrossing() throws IOException {
        String document = people.owner(nodes.first()).createDocument(people.room(), "Crossing");
        nodes.awaitRelay();
        Duration relayed = Crossing.median(edits(document, 20));
        JsonObject told = relayOf(nodes.second());
        assertThat(told.getBoolean("carried")).isTrue();
        assertThat(told.getInt("nodes")).isEqualTo(1);
        assertThat(told.getInt("lagMillis")).isPositive();
        nodes.interruptRelay();
        assertThat(relayOf(nodes.second()).getInt("nodes"))
                .as("the node is ready all the same")
                .isZero();
        List<Duration> polled = edits(document, 6);
        nodes.resumeRelay();
        nodes.awaitRelay();
        Duration again = Crossing.median(edits(document, 20));

        System.out.printf(
                "cluster: an edit crosses in %d ms by the relay, in %d ms (at most %d ms) without it, in %d ms when it is"
                        + " back%n",
                relayed.toMillis(),
                Crossing.median(polled).toMillis(),
                Collections.max(polled).toMillis(),
                again.toMillis());
        assertThat(relayed).isLessThan(Crossing.BY_RELAY);
        assertThat(again).isLessThan(Crossing.BY_RELAY);
        assertThat(polled).allSatisfy(each -> assertThat(each).isLessThan(Crossing.BY_POLLING));
    }

    private List<Duration> edits(String document, int count) {
        try (Crossing crossing = new Crossing(people.owner(nodes.first()), people.owner(nodes.second()), document)) {
            return crossing.edits(count);
        }
    }

    /** What a node that is ready tells of the relay. */
    private static JsonObject relayOf(URI node) {
        return Api.anonymous(node).get("health/ready").requireStatus(200).json().getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .filter(check -> check.getString("name").equals("relay"))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever ends, each acknowledged edit is there once, and all editors have the same text. */
    void requireExactlyOnce() throws IOException {
        String document = people.owner(nodes.first()).createDocument(people.room(), "Cluster");
        HistoryFold history = new HistoryFold(document);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        try (TypingFleet fleet = new TypingFleet(
                EDITORS,
                List.of(nodes.first(), balancer.uri()),
                people.emails(),
                document,
                Duration.ofSeconds(6),
                random)) {
            Rounds rounds = new Rounds(fleet, history, document);
            do {
                nodes.awaitRelay();
                rounds.survive("second node killed", () -> killSecond(document));
                nodes.startSecond();
                balancer.leadTo(nodes.second().getPort());
                balancer.cut(1, random);
                Duration saved = rounds.survive("PostgreSQL killed", () -> kill(nodes.database()));
                // EclipseLink would ask a connection that is gone again, each 5 s.
                assertThat(saved).as("until edits were saved again").isLessThan(Duration.ofSeconds(5));
                rounds.survive("relay interrupted", this::interruptRelay);
                nodes.resumeRelay();
            } while (System.nanoTime() < end);
        }
    }

    /** Makes something fail. */
    private interface Strike {
        /** @return when it did, by {@link System#nanoTime} */
        long run() throws IOException;
    }

    /** One fault after the other, while the same editors type. */
    private final class Rounds {
        private final TypingFleet fleet;
        private final HistoryFold history;
        private final String document;
        private int round;

        Rounds(TypingFleet fleet, HistoryFold history, String document) {
            this.fleet = fleet;
            this.history = history;
            this.document = document;
        }

        /** How long it took until everybody's edits were acknowledged again. */
        Duration survive(String fault, Strike strike) throws IOException {
            fleet.typing(true);
            fleet.awaitProgress(PATIENCE);
            long since = strike.run();
            fleet.waitForNewEdits();
            Duration recovery = fleet.awaitRecovery(since, PATIENCE);
            fleet.typing(false);
            fleet.awaitRest(PATIENCE);
            Verdict verdict = Verdict.of(fleet, history, people.owner(nodes.first()), document);
            System.out.printf(
                    "cluster: round %d, %s: recovered in %.1f s, %d acknowledged, %d lost, %d doubled, %d diverged%n",
                    round,
                    fault,
                    recovery.toMillis() / 1000.0,
                    verdict.acknowledged(),
                    verdict.lost(),
                    verdict.doubled(),
                    verdict.diverged());
            assertThat(verdict.isClean())
                    .as("%s, round %d: %s, seed %d", fault, round, verdict, SEED)
                    .isTrue();
            round++;
            return recovery;
        }
    }

    /** Its editors are led to the first node; somebody who does not come back is seen on the other node, and then not. */
    private long killSecond(String document) {
        Wire gone = Wire.open(people.owner(nodes.second()), document);
        String clientId = UUID.randomUUID().toString();
        gone.hello(clientId, Optional.empty());
        gone.await1("welcome");
        Wire watcher = Wire.open(people.owner(nodes.first()), document);
        watcher.hello(UUID.randomUUID().toString(), Optional.empty());
        JsonObject welcome = watcher.await1("welcome");
        if (!ids(welcome, "participants").contains(clientId)) {
            watcher.await1("presence", message -> ids(message, "joined").contains(clientId));
        }
        gone.send("{\"type\":\"cursor\",\"revision\":" + gone.await1("welcome").getJsonNumber("head")
                + ",\"range\":{\"index\":0,\"length\":0}}");
        watcher.await1("presence", message -> ids(message, "cursors").contains(clientId));

        long killed = System.nanoTime();
        nodes.killSecond();
        balancer.leadTo(nodes.first().getPort());

        await("presence without whoever was on the node that died")
                .pollInterval(LOOK)
                .atMost(P3)
                .until(() -> watcher.received().stream()
                        .filter(message -> message.getString("type").equals("presence"))
                        .anyMatch(message -> left(message).contains(clientId)));
        System.out.printf(
                "cluster: presence was right %.1f s after the node had died%n", (System.nanoTime() - killed) / 1e9);
        watcher.close();
        return killed;
    }

    private static long kill(ProcessHandle process) {
        long killed = System.nanoTime();
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        return killed;
    }

    /** What is slow here is looking whether it has its effect. */
    private long interruptRelay() throws IOException {
        nodes.interruptRelay();
        return System.nanoTime();
    }

    private static List<String> ids(JsonObject message, String list) {
        return message.containsKey(list)
                ? message.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                        .map(person -> person.getString("clientId"))
                        .toList()
                : List.of();
    }

    private static List<String> left(JsonObject message) {
        return message.containsKey("left")
                ? message.getJsonArray("left").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }
}
