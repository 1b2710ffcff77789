package org.collab.relay.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to try the broker again: later after each failure, up to 8 s. Not thread-safe. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Clock clock;
    private Duration next = FIRST;
    private Instant notBefore = Instant.MIN;

    public Backoff(Clock clock) {
        this.clock = clock;
    }

    public boolean isDue() {
        return !clock.instant().isBefore(notBefore);
    }

    public void failed() {
        notBefore = clock.instant().plus(next);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    /** How long to wait now; not positive where it is due. */
    public Duration rest() {
        return Duration.between(clock.instant(), notBefore);
    }

    public void succeeded() {
        next = FIRST;
        notBefore = Instant.MIN;
    }
}
