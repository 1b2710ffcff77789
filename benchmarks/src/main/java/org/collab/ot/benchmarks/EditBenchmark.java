package org.collab.ot.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.collab.ot.Delta;
import org.collab.ot.RichText;
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

/** Edits all over a formatted document, each made to the same version of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EditBenchmark {

    private static final int EDITS = 1_000;

    @Param({"5000", "50000"})
    public int runs;

    private RichText document = RichText.empty();
    private Delta[] edits = new Delta[0];

    @Setup
    public void read() {
        document = Workload.document(runs);
        List<Delta> deltas = Workload.deltas("edits-" + runs + ".jsonl");
        edits = deltas.toArray(new Delta[EDITS]);
    }

    @Benchmark
    @OperationsPerInvocation(EDITS)
    public void apply(Blackhole results) {
        for (Delta edit : edits) {
            results.consume(document.apply(edit));
        }
    }
}
