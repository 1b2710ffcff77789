package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Rounds of one fault: twenty editors type, the fault strikes while they go on, they recover, they rest, and then every
 * edit is accounted for.
 */
final class Ordeal {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 2);
    private static final List<String> ONLY =
            List.of(System.getProperty("faults.only", "").split(","));
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int EDITORS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String fault;
    private final URI product;
    private final URI proxy;
    private final People people;
    private final Random random;

    /** What happens while the editors type. */
    interface Strike {
        /** @return the moment from which the time to recover counts, by {@link System#nanoTime} */
        long strike(int round, TypingFleet fleet, Random random);
    }

    /** @param proxy where the editors reach the product */
    Ordeal(String fault, URI product, URI proxy, People people) {
        this.fault = fault;
        this.product = product;
        this.proxy = proxy;
        this.people = people;
        this.random = new Random(SEED ^ fault.hashCode());
    }

    /** Whether this run is about this fault: all of them, or those that {@code faults.only} names. */
    static boolean isWanted(String fault) {
        return ONLY.contains("") || ONLY.contains(fault);
    }

    /** Survives all rounds, and prints the figures also where it does not. */
    void run(Strike strike) {
        String document = people.owner(product).createDocument(people.room(), fault);
        HistoryFold history = new HistoryFold(document);
        Figures figures = new Figures(fault, SEED);
        try (TypingFleet fleet = new TypingFleet(EDITORS, proxy, people.emails(), document, patience(0), random)) {
            for (int round = 0; round < ROUNDS; round++) {
                Duration recovery = survive(round, fleet, strike);
                Verdict verdict = Verdict.of(fleet, history, people.owner(product), document);
                figures.add(recovery, verdict);
                assertThat(verdict.isClean())
                        .as("%s, round %d: %s, seed %d", fault, round, verdict, SEED)
                        .isTrue();
            }
        } finally {
            System.out.println("faults: " + figures);
        }
    }

    private Duration survive(int round, TypingFleet fleet, Strike strike) {
        fleet.patience(patience(round));
        fleet.typing(true);
        fleet.awaitProgress(PATIENCE);
        long since = strike.strike(round, fleet, random);
        fleet.waitForNewEdits();
        Duration recovery = fleet.awaitRecovery(since, PATIENCE);
        fleet.typing(false);
        fleet.awaitRest(PATIENCE);
        return recovery;
    }

    /** Every other round the editors give a silent connection up before the fault is over. */
    private static Duration patience(int round) {
        return round % 2 == 0 ? Duration.ofSeconds(6) : Duration.ofSeconds(12);
    }
}
