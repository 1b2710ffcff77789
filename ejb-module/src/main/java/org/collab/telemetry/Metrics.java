package org.collab.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.collab.collaboration.control.Telemetry;

/** The meters of this node. Counts start anew with the node. */
@ApplicationScoped
public class Metrics implements Telemetry {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer commits = Timer.builder("collab.commits")
            .description("Transactions that committed changes")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    private final DistributionSummary batches = DistributionSummary.builder("collab.commit.changes")
            .description("Changes in one transaction")
            .register(registry);
    private final Counter divergences = Counter.builder("collab.divergences")
            .description("Clients at rest whose contents were not those of the log; must be 0")
            .register(registry);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
    }

    /** Adds a value that is looked up at each reading. */
    public void gauge(String name, String description, Supplier<Number> value) {
        io.micrometer.core.instrument.Gauge.builder(name, value)
                .description(description)
                .register(registry);
    }

    /** A count that somebody else keeps. */
    public Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Durations that somebody else takes. */
    public Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** Everything, in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void committed(int changes, Duration took) {
        commits.record(took);
        batches.record(changes);
    }

    @Override
    public void diverged() {
        divergences.increment();
    }
}
