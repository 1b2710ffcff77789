package org.collab.load;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Where every edit of one phase is: made, sent, acknowledged, delivered. Times in nanoseconds; only edits made within the
 * measured part of the phase count. Thread-safe.
 */
final class Scoreboard {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    /** Edits that were sent as one submission, by when they were made. */
    private static final class Sent {
        private final List<Long> madeAt;
        private final AtomicInteger receivers;

        private Sent(List<Long> madeAt, int receivers) {
            this.madeAt = madeAt;
            this.receivers = new AtomicInteger(receivers);
        }
    }

    private final long from;
    private final long until;
    private final ConcurrentMap<String, Sent> underWay = new ConcurrentHashMap<>();
    private final Histogram propagation = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram acknowledgement = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram lateness = new ConcurrentHistogram(LONGEST, DIGITS);
    private final LongAdder made = new LongAdder();
    private final LongAdder delivered = new LongAdder();

    /** @param from and until, by the nanosecond clock, what is measured */
    Scoreboard(long from, long until) {
        this.from = from;
        this.until = until;
    }

    /** @param dueAt when it should have been made: how late the generator itself is */
    void made(long dueAt, long at) {
        if (counts(at)) {
            made.increment();
            lateness.recordValue(Math.max(0, Math.min(LONGEST, at - dueAt)));
        }
    }

    /** @param receivers how many others there are */
    void sent(String key, List<Long> madeAt, int receivers) {
        underWay.put(key, new Sent(madeAt, receivers + 1));
    }

    void acknowledged(String key, long at) {
        arrived(key, at, acknowledgement);
    }

    void delivered(String key, long at) {
        int edits = arrived(key, at, propagation);
        if (counts(at)) {
            delivered.add(edits);
        }
    }

    /** @return how many edits have arrived; none of an earlier phase */
    private int arrived(String key, long at, Histogram histogram) {
        Sent sent = underWay.get(key);
        if (sent == null) {
            return 0;
        }
        for (long madeAt : sent.madeAt) {
            if (counts(madeAt)) {
                histogram.recordValue(Math.min(LONGEST, at - madeAt));
            }
        }
        if (sent.receivers.decrementAndGet() == 0) {
            underWay.remove(key);
        }
        return sent.madeAt.size();
    }

    private boolean counts(long at) {
        return at >= from && at < until;
    }

    /** Submissions that have not reached everybody. */
    int missing() {
        return underWay.size();
    }

    long made() {
        return made.sum();
    }

    /** What arrived at others within the measured time. */
    long delivered() {
        return delivered.sum();
    }

    Histogram propagation() {
        return propagation;
    }

    Histogram acknowledgement() {
        return acknowledgement;
    }

    Histogram lateness() {
        return lateness;
    }
}
