package org.collab.ot.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.collab.ot.Delta;
import org.collab.ot.Rebase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One edit brought over 1,000 changes that were committed since. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RebaseBenchmark {

    /** All edits are made in a stretch of this many units, or each change meets the edit. */
    @Param({"40", "100000", "met"})
    public String line = "";

    private Delta edit = Delta.EMPTY;
    private List<Delta> committed = List.of();

    @Setup
    public void read() {
        List<Delta> deltas = Workload.deltas("rebase-" + line + ".jsonl");
        edit = deltas.get(0);
        committed = List.copyOf(deltas.subList(1, deltas.size()));
    }

    @Benchmark
    public Delta overThousand() {
        return Rebase.over(edit, committed);
    }
}
