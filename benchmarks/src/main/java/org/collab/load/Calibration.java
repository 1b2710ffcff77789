package org.collab.load;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.collab.ot.Delta;
import org.collab.ot.RichText;

/**
 * How fast this machine is now: the CPU time of a fixed piece of work of the engine's, in milliseconds, on standard output.
 * What the server costs is compared with it, so that a slower machine does not look like a slower server.
 */
public final class Calibration {
    private static final int EDITS = 20_000;
    private static final int ROUNDS = 15;

    private Calibration() {}

    public static void main(String[] arguments) {
        double[] rounds = new double[ROUNDS];
        int length = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            length = type(new Random(1));
            rounds[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        System.err.println("typed " + length + " characters");
        System.out.println(warm[warm.length / 2]);
    }

    private static int type(Random random) {
        RichText text = RichText.of(Delta.builder().insert("\n").build());
        for (int edit = 0; edit < EDITS; edit++) {
            text = text.apply(Delta.builder()
                    .retain(random.nextInt(text.length()))
                    .insert("word")
                    .build());
        }
        return text.length();
    }
}
