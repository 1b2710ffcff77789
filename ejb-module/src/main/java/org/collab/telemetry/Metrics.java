package org.collab.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.collab.collaboration.control.Telemetry;
import org.collab.error.ErrorCode;

/** The meters of this node. Counts start anew with the node. */
@ApplicationScoped
public class Metrics implements Telemetry {
    /** Upper bounds of the buckets of all latencies. */
    private static final Duration[] BUCKETS = LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final List<ErrorCode> REJECTIONS = List.of(
            ErrorCode.INVALID_DELTA,
            ErrorCode.FORBIDDEN,
            ErrorCode.STALE_SEQ,
            ErrorCode.TOO_MANY_REQUESTS,
            ErrorCode.OVERLOADED,
            ErrorCode.INTERNAL);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer commits = latency("collab.commits", "Transactions that committed changes");
    private final Timer broadcasts =
            latency("collab.broadcasts", "Messages to editors, from being ready to having been handed to the network");
    private final DistributionSummary batches = DistributionSummary.builder("collab.commit.changes")
            .description("Changes in one transaction")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 500)
            .register(registry);
    private final Counter divergences = Counter.builder("collab.divergences")
            .description("Clients at rest whose contents were not those of the log; must be 0")
            .register(registry);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        REJECTIONS.forEach(this::rejections); // a rate can be told only of what is there from the beginning
    }

    /** Adds a value that is looked up at each reading. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
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

    /** A message has gone out to an editor; {@code took} is the time since it was ready. */
    public void broadcast(Duration took) {
        broadcasts.record(took);
    }

    /** An editor was told that a submission is not taken. */
    public void rejected(ErrorCode code) {
        rejections(code).increment();
    }

    private Counter rejections(ErrorCode code) {
        return Counter.builder("collab.rejections")
                .description("Submissions that were refused, by the code of the reason")
                .tag("code", code.code())
                .register(registry);
    }

    private Timer latency(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
