package org.collab.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** All chance in one run; the same seed chooses the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to before {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From 0 to before {@code bound}. */
    double upTo(double bound) {
        return random.nextDouble() * bound;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
