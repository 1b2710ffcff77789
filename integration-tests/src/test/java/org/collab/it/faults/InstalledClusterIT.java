package org.collab.it.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
class InstalledClusterIT implements NodePair {
    private InstalledServer first;
    private InstalledServer second;
    private Cluster cluster;
    private ClusterTrial trial;

    @BeforeAll
    void install(@TempDir Path directory) throws IOException {
        first = InstalledServer.fresh(directory.resolve("data"));
        second = first.another("second");
        cluster = Cluster.of(first, second);
        first.serve(cluster.settings());
        second.serve(cluster.settings());
        trial = new ClusterTrial(this);
    }

    @AfterAll
    void end() {
        trial.close();
        second.closeServer();
        cluster.close();
        first.close();
    }

    @Test
    void edits_cross_by_the_relay_and_by_polling_without_it() throws IOException {
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
        second.kill();
    }

    @Override
    public void startSecond() throws IOException {
        second.startAgain();
    }

    @Override
    public ProcessHandle database() {
        return first.databaseProcess();
    }

    @Override
    public void interruptRelay() throws IOException {
        cluster.interrupt();
        for (InstalledServer node : List.of(first, second)) {
            Crossing.awaitMetric(node.uri(), "collab_relay_nodes 0.0");
        }
    }

    @Override
    public void resumeRelay() throws IOException {
        cluster.resume();
    }

    @Override
    public void awaitRelay() {
        for (InstalledServer node : List.of(first, second)) {
            Crossing.awaitMetric(node.uri(), "collab_relay_up 1.0");
            Crossing.awaitMetric(node.uri(), "collab_relay_nodes 1.0");
        }
    }
}
