package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.collab.it.client.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty editors type into one document on the launched product, through a bad network, while its processes die. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsIT {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 2);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int EDITORS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> ONLY =
            List.of(System.getProperty("faults.only", "").split(","));

    private ProductProcess product;
    private FaultProxy proxy;
    private Api ana;
    private String room;
    private List<String> emails;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        product = new ProductProcess(directory.resolve("data"));
        proxy = FaultProxy.to(product.port());
        ana = Api.newUser(product.product().uri(), "Ana");
        Api ben = Api.newUser(product.product().uri(), "Ben");
        room = ana.createRoom("Faults");
        ana.addMember(room, ben, "editor");
        emails = Stream.of(ana, ben)
                .map(user -> user.get("users/me").json().getString("email"))
                .toList();
    }

    @AfterAll
    void stop() {
        proxy.close();
        product.close();
    }

    /** All of them, or those that {@code faults.only} names. */
    static Stream<Fault> faults() {
        return Stream.of(Fault.values()).filter(fault -> ONLY.contains("") || ONLY.contains(fault.name()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void I2_every_edit_is_saved_exactly_once_whatever_happens(Fault fault) {
        String document = fresh().createDocument(room, fault.name());
        Random random = new Random(SEED ^ fault.name().hashCode());
        Figures figures = new Figures(fault.name(), SEED);
        HistoryFold history = new HistoryFold(document);
        try (TypingFleet fleet = new TypingFleet(EDITORS, proxy.uri(), emails, document, patience(0), random)) {
            for (int round = 0; round < ROUNDS; round++) {
                fleet.patience(patience(round));
                fleet.typing(true);
                fleet.awaitProgress(PATIENCE);
                Duration recovery = survive(fault, fleet, random);
                fleet.typing(false);
                fleet.awaitRest(PATIENCE);
                Verdict verdict = Verdict.of(fleet, history, fresh(), document);
                figures.add(recovery, verdict);
                assertThat(verdict.isClean())
                        .as("round %d: %s, seed %d", round, verdict, SEED)
                        .isTrue();
            }
        } finally {
            System.out.println("faults: " + figures);
        }
    }

    private Duration survive(Fault fault, TypingFleet fleet, Random random) {
        long since = fault.strike(product, proxy, random);
        fleet.waitForNewEdits();
        return fleet.awaitRecovery(since, PATIENCE);
    }

    /** Every other round the editors give a silent connection up before the fault is over. */
    private static Duration patience(int round) {
        return round % 2 == 0 ? Duration.ofSeconds(6) : Duration.ofSeconds(20);
    }

    /** Access tokens do not live as long as a long run. */
    private Api fresh() {
        return Api.anonymous(product.product().uri()).login(emails.get(0), Api.PASSWORD);
    }
}
