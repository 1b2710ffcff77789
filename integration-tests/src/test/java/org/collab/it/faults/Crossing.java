package org.collab.it.faults;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;

/** Two people on two nodes, who answer each other in one document: how long an edit takes to the other node's editor. */
final class Crossing implements AutoCloseable {
    static final Duration BY_POLLING = Duration.ofMillis(1_500);
    static final Duration BY_RELAY = Duration.ofMillis(250);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Person here;
    private final Person there;
    private long revision;

    /**
     * @param here somebody on one node
     * @param there somebody on the other one
     * @param document one in which nobody else writes meanwhile
     */
    Crossing(Api here, Api there, String document) {
        this.here = new Person(here, document);
        this.there = new Person(there, document);
        this.revision = this.here.head;
    }

    /** How long each of these edits takes from its sender to the other node's editor. */
    List<Duration> edits(int count) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person sender = i % 2 == 0 ? here : there;
            Person receiver = i % 2 == 0 ? there : here;
            long started = System.nanoTime();
            sender.submit(revision++);
            durations.add(Duration.ofNanos(receiver.awaitRevision(revision) - started));
            sender.awaitRevision(revision);
        }
        return durations;
    }

    @Override
    public void close() {
        here.wire.close();
        there.wire.close();
    }

    static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    /** Waits until each node hears all others over the broker. */
    static void awaitRelay(List<Product> nodes) {
        for (Product node : nodes) {
            awaitMetric(node.uri(), "collab_relay_up 1.0");
            awaitMetric(node.uri(), "collab_relay_nodes " + (nodes.size() - 1) + ".0");
        }
    }

    /** Waits until a node's metrics have this line. */
    static void awaitMetric(URI node, String line) {
        await(line + " at " + node)
                .atMost(Duration.ofSeconds(40))
                .until(() -> Api.anonymous(node).get("metrics").body().lines().anyMatch(line::equals));
    }

    private static final class Person {
        private final Map<Long, Long> receivedAt = new ConcurrentHashMap<>();
        private final Wire wire;
        private final long head;
        private long seq;

        Person(Api api, String document) {
            wire = Wire.open(
                    api.base(), document, api.ticket(document), Optional.of(Wire.origin(api.base())), this::receive);
            wire.hello(UUID.randomUUID().toString(), Optional.empty());
            head = wire.await1("welcome").getJsonNumber("head").longValue();
        }

        void submit(long baseRevision) {
            wire.submit(++seq, baseRevision, "[{\"insert\":\"x\"}]");
        }

        /** @return when it has come, by {@link System#nanoTime} */
        long awaitRevision(long revision) {
            return await("revision " + revision)
                    .pollInterval(LOOK)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Optional.ofNullable(receivedAt.get(revision)), Optional::isPresent)
                    .orElseThrow();
        }

        private void receive(JsonObject message) {
            if (message.getString("type").equals("changes")) {
                long now = System.nanoTime();
                message.getJsonArray("changes")
                        .getValuesAs(JsonObject.class)
                        .forEach(change ->
                                receivedAt.put(change.getJsonNumber("revision").longValue(), now));
            }
        }
    }
}
