package org.collab.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One measurement.
 *
 * @param seconds that were measured
 * @param rate edits a second that were due, of all editors
 * @param made edits a second that were made
 * @param keepUp deliveries within the measured time, of those that were due in it
 * @param serverCpu seconds of CPU time that the server used within the measured time, where its process is known
 * @param missing submissions that had not reached everybody half a minute later
 * @param errors connections that ended, and what the server rejected, so far
 */
record StepResult(
        int documents,
        int editors,
        int seconds,
        double rate,
        double made,
        double deliveries,
        double keepUp,
        Histogram propagation,
        Histogram acknowledgement,
        Histogram lateness,
        OptionalDouble serverCpu,
        int missing,
        int errors) {

    /** From making an edit to its arrival at another editor, in milliseconds. */
    double propagationMillis(double percentile) {
        return millis(propagation, percentile);
    }

    /** Times in milliseconds. */
    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("documents", documents)
                .add("editors", editors)
                .add("rate", rounded(rate))
                .add("editsPerSecond", rounded(made))
                .add("deliveriesPerSecond", rounded(deliveries))
                .add("keepUp", rounded(keepUp))
                .add("propagation", percentiles(propagation))
                .add("acknowledgement", percentiles(acknowledgement))
                .add("generatorLateness", percentiles(lateness))
                .add("missing", missing)
                .add("errors", errors);
        if (serverCpu.isPresent()) {
            json.add("serverCpu", rounded(serverCpu.getAsDouble() / seconds))
                    .add("cpuMillisPerEdit", rounded(serverCpu.getAsDouble() * 1_000 / (made * seconds)))
                    .add("cpuMicrosPerDelivery", rounded(serverCpu.getAsDouble() * 1e6 / (deliveries * seconds)));
        }
        return json.build();
    }

    private static JsonObject percentiles(Histogram histogram) {
        return Json.createObjectBuilder()
                .add("p50", rounded(millis(histogram, 50)))
                .add("p95", rounded(millis(histogram, 95)))
                .add("p99", rounded(millis(histogram, 99)))
                .add("max", rounded(millis(histogram, 100)))
                .build();
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
