package org.collab.ot.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.collab.ot.Delta;
import org.collab.ot.RichText;

/**
 * Replays a typing history into a formatted document many times in one JVM, and prints one JSON object:
 * the median CPU times of the whole and of its first and last tenth, in milliseconds, after as many rounds
 * for warming up. CPU time is the replaying thread's own; {@code processMillis} has everything that the
 * JVM did in the measured rounds, garbage collection and compilation with it.
 */
public final class Replay {

    private static final int ROUNDS = 25;
    private static final int PARTS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Delta> edits = Workload.deltas("replay.jsonl");
    private final RichText start = Workload.document(5_000);
    private final double[] whole = new double[ROUNDS];
    private final double[] first = new double[ROUNDS];
    private final double[] last = new double[ROUNDS];

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        System.out.println(new Replay().run());
    }

    private String run() {
        RichText end = start;
        for (int round = 0; round < ROUNDS; round++) {
            end = replay(round);
        }
        ProcessCpu process = ProcessCpu.start();
        for (int round = 0; round < ROUNDS; round++) {
            end = replay(round);
        }
        double processMillis = process.micros() / 1_000 / ROUNDS;
        return "{\"edits\":%d,\"millis\":%s,\"fastestMillis\":%s,\"processMillis\":%s,\"firstTenth\":%s,\"lastTenth\":%s,\"endHash\":\"%s\",\"endLength\":%d}"
                .formatted(
                        edits.size(),
                        rounded(median(whole)),
                        rounded(Arrays.stream(whole).min().orElseThrow()),
                        rounded(processMillis),
                        rounded(median(first)),
                        rounded(median(last)),
                        end.hash(),
                        end.length());
    }

    private RichText replay(int round) {
        RichText text = start;
        int size = edits.size();
        for (int part = 0; part < PARTS; part++) {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = (int) ((long) size * part / PARTS); i < (long) size * (part + 1) / PARTS; i++) {
                text = text.apply(edits.get(i));
            }
            double millis = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
            whole[round] = part == 0 ? millis : whole[round] + millis;
            if (part == 0) {
                first[round] = millis;
            }
            if (part == PARTS - 1) {
                last[round] = millis;
            }
        }
        return text;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
