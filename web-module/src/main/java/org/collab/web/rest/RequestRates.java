package org.collab.web.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests each caller may make: a burst at once, then so many a second. Bounded: the caller that was not seen
 * for longest is forgotten first. Thread-safe.
 */
final class RequestRates {
    private static final int MOST_CALLERS = 10_000;

    private final Clock clock;
    private final double perSecond;
    private final double burst;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Allowance(double requests, Instant at) {}

    RequestRates(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Whether the caller may make one more request now. */
    synchronized boolean allow(String caller) {
        Instant now = clock.instant();
        Allowance last = allowances.getOrDefault(caller, new Allowance(burst, now));
        double earned = Duration.between(last.at(), now).toMillis() * perSecond / 1_000;
        double left = Math.min(burst, last.requests() + earned);
        allowances.put(caller, new Allowance(left < 1 ? left : left - 1, now));
        return left >= 1;
    }
}
