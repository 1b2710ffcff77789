package org.collab.ot.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Priority;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One small edit transformed over another one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TransformBenchmark {

    private static final int PAIRS = 1_000;

    /** In a line of this many units: in a short one the two edits mostly meet. */
    @Param({"8", "200"})
    public int line;

    private Delta[] done = new Delta[0];
    private Delta[] other = new Delta[0];

    @Setup
    public void read() {
        List<String> pairs = Workload.text("pairs-" + line + ".jsonl").lines().toList();
        done = new Delta[PAIRS];
        other = new Delta[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            String pair = pairs.get(i);
            int middle = pair.indexOf("],[") + 1;
            done[i] = DeltaJson.read(pair.substring(1, middle));
            other[i] = DeltaJson.read(pair.substring(middle + 1, pair.length() - 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void transform(Blackhole results) {
        for (int i = 0; i < PAIRS; i++) {
            results.consume(done[i].transform(other[i], Priority.THIS_FIRST));
        }
    }
}
