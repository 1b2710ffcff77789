package org.collab.collaboration.control;

import java.time.Duration;
import java.time.Instant;

/**
 * How soon after a broadcast the next batch is committed. A broadcast costs a message for each participant; where they are
 * many, edits wait a little for each other, and one message carries several. An edit that comes later than that is
 * committed at once. Not thread-safe; the document's mailbox owns it.
 */
final class Pace {
    private static final Duration FOR_EACH = Duration.ofNanos(150_000);
    private static final Duration LONGEST = Duration.ofMillis(20);
    /** Less is not worth a timer. */
    private static final Duration SHORTEST = Duration.ofMillis(2);

    private Instant next = Instant.MIN;

    /** So many have been told something. */
    void told(int participants, Instant now) {
        Duration rest = FOR_EACH.multipliedBy(participants);
        if (rest.compareTo(SHORTEST) < 0) {
            next = Instant.MIN;
        } else {
            next = now.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
        }
    }

    /** What comes now is committed at once. */
    void goOn() {
        next = Instant.MIN;
    }

    /** How long to wait yet; zero for not at all. */
    Duration rest(Instant now) {
        if (next.equals(Instant.MIN)) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(now, next);
        return rest.toMillis() > 0 ? rest : Duration.ZERO;
    }
}
