package org.collab.relay.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.collab.telemetry.Metrics;

/** What is measured of the relay. */
public final class RelayMeters {
    private final Metrics metrics;
    private final Counter sent;
    private final Counter received;
    private final Counter dropped;
    private final Timer lag;

    public RelayMeters(Metrics metrics) {
        this.metrics = metrics;
        this.sent = metrics.counter("collab.relay.sent", "Messages to other nodes that the broker has taken");
        this.received = metrics.counter("collab.relay.received", "Messages from other nodes");
        this.dropped = metrics.counter(
                "collab.relay.dropped", "Messages not sent, or refused; what they tell is found by polling");
        this.lag = metrics.timer("collab.relay.lag", "From another node's commit to here, by the nodes' clocks");
    }

    void watch(Supplier<Number> up, Supplier<Number> nodes) {
        metrics.gauge("collab.relay.up", "1 while this node hears itself through the broker", up);
        metrics.gauge("collab.relay.nodes", "Other nodes heard lately", nodes);
    }

    public void sent() {
        sent.increment();
    }

    public void dropped(int messages) {
        dropped.increment(messages);
    }

    void received() {
        received.increment();
    }

    /** The longest of the last minutes. */
    long lagMillis() {
        return Math.round(lag.max(TimeUnit.MILLISECONDS));
    }

    /** Clocks of two nodes may differ, so it may seem to be negative. */
    void lag(Duration lag) {
        this.lag.record(lag.isNegative() ? Duration.ZERO : lag);
    }
}
