package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database: the first has PostgreSQL and the broker, the second reaches the broker through a proxy. {@code
 * cluster.minutes} says how long nodes and the database are killed; without it each once.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration P3 = Duration.ofSeconds(10);
    private static final int EDITORS = 12;
    private static final long MINUTES = Long.getLong("cluster.minutes", 0);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private Path secondsData;
    private Product first;
    private Product second;
    private FaultProxy broker;
    private FaultProxy balancer;
    private People people;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        int brokerPort = Product.freePort();
        first = Product.start(
                directory.resolve("first"),
                Map.of("BROKER_LISTEN", "127.0.0.1", "BROKER_PORT", Integer.toString(brokerPort)));
        broker = FaultProxy.to(brokerPort);
        secondsData = directory.resolve("second");
        startSecond();
        balancer = FaultProxy.to(second.uri().getPort());
        people = People.at(first.uri());
    }

    @AfterAll
    void stop() {
        balancer.close();
        second.close();
        broker.close();
        first.close();
    }

    @Test
    void edits_cross_by_the_relay_and_by_polling_without_the_broker() throws IOException {
        Api ana = people.owner(first.uri());
        String document = ana.createDocument(people.room(), "Crossing");
        try (Crossing crossing = new Crossing(people.owner(first.uri()), people.owner(second.uri()), document)) {
            crossing.requireWithAndWithoutRelay(
                    this::awaitRelay,
                    () -> {
                        broker.shut();
                        Crossing.awaitMetric(second.uri(), "collab_relay_up 0.0");
                    },
                    broker::heal);
        }
    }

    @Test
    void I2_every_edit_is_saved_exactly_once_and_presence_is_right_when_nodes_and_the_database_die() {
        String document = people.owner(first.uri()).createDocument(people.room(), "Cluster");
        HistoryFold history = new HistoryFold(document);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        try (TypingFleet fleet = new TypingFleet(
                EDITORS,
                List.of(first.uri(), balancer.uri()),
                people.emails(),
                document,
                Duration.ofSeconds(6),
                random)) {
            int round = 0;
            do {
                awaitRelay();
                survive(round++, "second node killed", fleet, history, document, () -> killSecond(document));
                startSecond();
                balancer.leadTo(second.uri().getPort());
                balancer.cut(1, random);
                survive(round++, "PostgreSQL killed", fleet, history, document, this::killDatabase);
            } while (System.nanoTime() < end);
        }
    }

    private void survive(
            int round, String fault, TypingFleet fleet, HistoryFold history, String document, Runnable strike) {
        fleet.typing(true);
        fleet.awaitProgress(PATIENCE);
        long since = System.nanoTime();
        strike.run();
        fleet.waitForNewEdits();
        Duration recovery = fleet.awaitRecovery(since, PATIENCE);
        fleet.typing(false);
        fleet.awaitRest(PATIENCE);
        Verdict verdict = Verdict.of(fleet, history, people.owner(first.uri()), document);
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
    }

    /** Its editors are led to the first node; somebody who does not come back is seen on the other node, and then not. */
    private void killSecond(String document) {
        Api there = people.owner(second.uri());
        Wire gone = Wire.open(there, document);
        String clientId = UUID.randomUUID().toString();
        gone.hello(clientId, Optional.empty());
        gone.await1("welcome");
        Wire watcher = Wire.open(people.owner(first.uri()), document);
        watcher.hello(UUID.randomUUID().toString(), Optional.empty());
        JsonObject welcome = watcher.await1("welcome");
        if (!ids(welcome, "participants").contains(clientId)) {
            watcher.await1("presence", message -> ids(message, "joined").contains(clientId));
        }
        gone.send("{\"type\":\"cursor\",\"revision\":" + gone.await1("welcome").getJsonNumber("head")
                + ",\"range\":{\"index\":0,\"length\":0}}");
        watcher.await1("presence", message -> ids(message, "cursors").contains(clientId));

        second.server().destroyForcibly();
        second.server().onExit().orTimeout(20, TimeUnit.SECONDS).join();
        long killed = System.nanoTime();
        balancer.leadTo(first.uri().getPort());

        await("presence without whoever was on the node that died")
                .pollInterval(LOOK)
                .atMost(P3)
                .until(() -> watcher.received().stream()
                        .filter(message -> message.getString("type").equals("presence"))
                        .anyMatch(message -> left(message).contains(clientId)));
        System.out.printf(
                "cluster: presence was right %.1f s after the node had died%n", (System.nanoTime() - killed) / 1e9);
        watcher.close();
    }

    private void killDatabase() {
        ProcessHandle database = first.database();
        database.destroyForcibly();
        database.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void startSecond() {
        second = Product.startBesideAtBroker(first, secondsData, broker.uri().getPort());
    }

    private void awaitRelay() {
        Crossing.awaitRelay(List.of(first, second));
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
