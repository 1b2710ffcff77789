package org.collab.it.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: the first has PostgreSQL and the broker, the second reaches the broker through a proxy. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT implements NodePair {
    private Path secondsData;
    private Product first;
    private Product second;
    private FaultProxy broker;
    private ClusterTrial trial;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        int brokerPort = Product.freePort();
        first = Product.start(
                directory.resolve("first"),
                Map.of("BROKER_LISTEN", "127.0.0.1", "BROKER_PORT", Integer.toString(brokerPort)));
        broker = FaultProxy.to(brokerPort);
        secondsData = directory.resolve("second");
        second = startedSecond();
        trial = new ClusterTrial(this);
    }

    @AfterAll
    void stop() {
        trial.close();
        second.close();
        broker.close();
        first.close();
    }

    @Test
    void edits_cross_by_the_relay_and_by_polling_without_the_broker() throws IOException {
        trial.requireCrossing();
    }

    @Test
    void I2_every_edit_is_saved_exactly_once_and_presence_is_right_whatever_dies() throws IOException {
        trial.requireExactlyOnce();
    }

    @Override
    public URI first() {
        return first.uri();
    }

    @Override
    public URI second() {
        return second.uri();
    }

    @Override
    public void killSecond() {
        second.server().destroyForcibly();
        second.server().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void startSecond() {
        second = startedSecond();
    }

    private Product startedSecond() {
        return Product.startBesideAtBroker(first, secondsData, broker.uri().getPort());
    }

    @Override
    public ProcessHandle database() {
        return first.database();
    }

    @Override
    public void interruptRelay() {
        broker.shut();
        Crossing.awaitMetric(second.uri(), "collab_relay_nodes 0.0");
    }

    @Override
    public void resumeRelay() {
        broker.heal();
    }

    @Override
    public void awaitRelay() {
        Crossing.awaitRelay(List.of(first, second));
    }
}
