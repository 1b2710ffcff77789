package org.collab.it.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the rounds of one fault have shown, as a line to print. */
final class Figures {
    private final String fault;
    private final long seed;
    private final List<Duration> recoveries = new ArrayList<>();
    private Verdict last = new Verdict(0, 0, 0, 0, List.of());

    Figures(String fault, long seed) {
        this.fault = fault;
        this.seed = seed;
    }

    void add(Duration recovery, Verdict verdict) {
        recoveries.add(recovery);
        last = verdict;
    }

    /** The verdict counts everything since the first round. */
    @Override
    public String toString() {
        List<Duration> sorted = recoveries.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "%-15s no round was survived, seed %d".formatted(fault, seed);
        }
        return "%-15s rounds %2d  acknowledged %6d  lost %d  doubled %d  diverged %d  recovered in: median %.2f s, max %.2f s  seed %d"
                .formatted(
                        fault,
                        sorted.size(),
                        last.acknowledged(),
                        last.lost(),
                        last.doubled(),
                        last.diverged(),
                        seconds(median(sorted)),
                        seconds(sorted.get(sorted.size() - 1)),
                        seed);
    }

    private static Duration median(List<Duration> sorted) {
        int half = sorted.size() / 2;
        boolean even = sorted.size() % 2 == 0;
        return even ? sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2) : sorted.get(half);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
