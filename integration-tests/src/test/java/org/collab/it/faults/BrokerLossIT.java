package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes without the broker: there is none when they start, and later the node that runs it is killed. Edits cross by
 * polling then, and by the relay again when there is a broker. Run by {@code ./test cluster}.
 */
class BrokerLossIT {
    @Test
    void edits_cross_where_nodes_start_without_a_broker_and_where_its_node_has_died(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        Path firstsData = directory.resolve("first");
        int port = Product.freePort();
        int brokerPort = Product.freePort();
        Map<String, String> broker = Map.of("BROKER_LISTEN", "127.0.0.1", "BROKER_PORT", Integer.toString(brokerPort));
        Product first = Product.start(firstsData, port, broker);
        FaultProxy way = FaultProxy.to(brokerPort);
        way.shut();
        try (Product second = Product.startBesideAtBroker(
                        first, directory.resolve("second"), way.uri().getPort());
                Product third = Product.startBesideAtBroker(
                        first, directory.resolve("third"), way.uri().getPort())) {
            People people = People.at(second.uri());
            String document = people.owner(second.uri()).createDocument(people.room(), "Crossing");
            Pair pair = new Pair(people, second, third, document);
            pair.requirePolling("nodes that have started without a broker");
            way.heal();
            pair.requireRelay("the broker has come", first);

            kill(first.server());
            pair.requirePolling("the broker's node was killed");
            first = Product.start(firstsData, port, broker);
            pair.requireRelay("the broker's node is back", first);
        } finally {
            way.close();
            first.close();
        }
    }

    /** The nodes without the broker, and a document in which edits cross from one to the other. */
    private record Pair(People people, Product one, Product other, String document) {
        void requirePolling(String when) {
            List.of(one, other).forEach(node -> Crossing.awaitMetric(node.uri(), "collab_relay_up 0.0"));
            List<Duration> polled = edits(10);
            System.out.printf(
                    "cluster: %s: an edit crosses in %d ms, at most %d ms%n",
                    when,
                    Crossing.median(polled).toMillis(),
                    Collections.max(polled).toMillis());
            assertThat(polled).as(when).allSatisfy(each -> assertThat(each).isLessThan(Crossing.BY_POLLING));
        }

        void requireRelay(String when, Product first) {
            Crossing.awaitRelay(List.of(first, one, other));
            Duration relayed = Crossing.median(edits(20));
            System.out.printf("cluster: %s: an edit crosses in %d ms by the relay%n", when, relayed.toMillis());
            assertThat(relayed).as(when).isLessThan(Crossing.BY_RELAY);
        }

        /** Over connections of their own: who is silent for long is disconnected (L1). */
        private List<Duration> edits(int count) {
            try (Crossing crossing = new Crossing(people.owner(one.uri()), people.owner(other.uri()), document)) {
                return crossing.edits(count);
            }
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
