package org.collab.it.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One way in which the world goes wrong while people type. */
enum Fault {
    /** The connections break at random, some of them several times. */
    CUT {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            for (int i = 0; i < 10; i++) {
                proxy.cut(0.3, random);
                last(Duration.ofMillis(random.nextInt(400)));
            }
            return System.nanoTime();
        }
    },
    /** The connections carry nothing any more, and nobody is told. */
    HALF_OPEN {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            proxy.halfOpen();
            return System.nanoTime();
        }
    },
    /** Everything takes up to 600 ms longer, in each direction. */
    DELAY {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            proxy.delay(Duration.ofMillis(600));
            last(Duration.ofSeconds(4));
            proxy.heal();
            return System.nanoTime();
        }
    },
    /** No connection carries more than 4 kB a second, less than the others type. */
    SLOW {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            proxy.slow(4_000);
            last(Duration.ofSeconds(5));
            proxy.heal();
            return System.nanoTime();
        }
    },
    KILL_SERVER {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            long killed = System.nanoTime();
            product.killServer();
            product.restart();
            return killed;
        }
    },
    KILL_DATABASE {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            long killed = System.nanoTime();
            product.killDatabase();
            return killed;
        }
    },
    FREEZE_SERVER {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            return freeze(product.freezeServer());
        }
    },
    FREEZE_DATABASE {
        @Override
        long strike(ProductProcess product, FaultProxy proxy, Random random) {
            return freeze(product.freezeDatabase());
        }
    };

    private static final Duration FROZEN = Duration.ofSeconds(10);

    /**
     * Lets it happen and sets it right again, as far as that is not the product's own business.
     *
     * @return the moment from which the time to recover counts, by {@link System#nanoTime}: a death, or the end of what
     *     lasts for a while
     */
    abstract long strike(ProductProcess product, FaultProxy proxy, Random random);

    private static long freeze(ProductProcess.Frozen frozen) {
        try {
            last(FROZEN);
        } finally {
            frozen.thaw();
        }
        return System.nanoTime();
    }

    /** The fault's own duration; nothing can end it early. */
    static void last(Duration duration) {
        try {
            boolean unused = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted during a fault", e);
        }
    }
}
