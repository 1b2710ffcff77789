package org.collab.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows a talkative client down to a sustained rate (protocol L7), with room for a short burst. Not thread-safe.
 */
final class Throttle {
    private final Clock clock;
    private final Duration interval;
    private final Duration burst;
    private Instant nextFree;

    /** @param burst how many messages may come at once after a pause */
    Throttle(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
        this.burst = interval.multipliedBy(burst);
        this.nextFree = clock.instant().minus(this.burst);
    }

    /** Takes the next place in line, and tells how long to wait for it. */
    Duration reserve() {
        Instant now = clock.instant();
        Instant earliest = now.minus(burst);
        nextFree = (nextFree.isBefore(earliest) ? earliest : nextFree).plus(interval);
        return nextFree.isAfter(now) ? Duration.between(now, nextFree) : Duration.ZERO;
    }
}
