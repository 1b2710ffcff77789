package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Raw clients send broken frames and broken messages, while two editors type into the document beside. */
@ExtendWith(SharedProduct.class)
class FuzzIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 20));
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int VANDALS = 3;
    private static final long MOST_GROWTH = 200L << 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void I7_nonsense_harms_nobody(Product product) {
        if (!Ordeal.isWanted("FUZZ")) {
            return;
        }
        People people = People.at(product.uri());
        Api owner = people.owner(product.uri());
        String quiet = owner.createDocument(people.room(), "Beside the noise");
        Api mallory = Api.newUser(product.uri(), "Mallory");
        owner.addMember(people.room(), mallory, "viewer");
        String noisy = mallory.createDocument(mallory.createRoom("Noise"), "Noise");
        long before = Heap.live(product.server());

        try (TypingFleet editors =
                new TypingFleet(2, product.uri(), people.emails(), quiet, PATIENCE, new Random(SEED))) {
            editors.typing(true);
            long grown = vandalise(product, mallory, List.of(quiet, noisy)) - before;
            editors.typing(false);
            editors.awaitRest(PATIENCE);

            assertThat(Verdict.of(editors, new HistoryFold(quiet), owner, quiet))
                    .as("the editors' document")
                    .matches(Verdict::isClean);
            requireUndisturbed(editors);
            assertThat(grown).as("bytes that the heap has grown by").isLessThan(MOST_GROWTH);
        }
        requireUsable(mallory, noisy);
    }

    /** @return the live bytes in the heap, while the last connections are still open */
    private static long vandalise(Product product, Api mallory, List<String> documents) {
        long end = System.nanoTime() + LENGTH.toNanos();
        Random seeds = new Random(SEED);
        List<Vandal> vandals = IntStream.range(0, VANDALS)
                .mapToObj(number -> new Vandal(mallory, documents, new Random(seeds.nextLong())))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(VANDALS);
        try {
            List<CompletableFuture<Void>> runs = vandals.stream()
                    .map(vandal -> CompletableFuture.runAsync(() -> run(vandal, end), threads))
                    .toList();
            runs.forEach(CompletableFuture::join);
            long live = Heap.live(product.server());
            System.out.printf(
                    "fuzz: %d connections and %d frames in %d s, live heap %d MB, seed %d%n",
                    vandals.stream().mapToInt(Vandal::connections).sum(),
                    vandals.stream().mapToInt(Vandal::frames).sum(),
                    LENGTH.toSeconds(),
                    live >> 20,
                    SEED);
            assertThat(vandals)
                    .flatExtracting(Vandal::findings)
                    .as("seed %d", SEED)
                    .isEmpty();
            return live;
        } finally {
            threads.shutdownNow();
            vandals.forEach(Vandal::close);
        }
    }

    private static void run(Vandal vandal, long end) {
        try {
            while (System.nanoTime() < end) {
                vandal.connectOnce();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireUndisturbed(TypingFleet editors) {
        List<Duration> waits = editors.editors().stream()
                .flatMap(editor -> editor.latencies().stream())
                .sorted()
                .toList();
        Duration usual = waits.get(waits.size() * 95 / 100);
        Duration longest = waits.get(waits.size() - 1);
        System.out.printf(
                "fuzz: the editors beside waited for %d acknowledgements: median %d ms, 95 %% %d ms, longest %d ms%n",
                waits.size(), waits.get(waits.size() / 2).toMillis(), usual.toMillis(), longest.toMillis());
        assertThat(editors.editors()).extracting(TypingEditor::timesLost).containsOnly(0L);
        assertThat(usual).isLessThan(USUAL_WAIT);
        assertThat(longest).isLessThan(LONGEST_WAIT);
    }

    /** Whatever was committed of the noise, its document opens, verifies and takes edits. */
    private static void requireUsable(Api mallory, String noisy) {
        assertThat(mallory.get("documents/" + noisy + "/verify").json().getBoolean("verified"))
                .isTrue();
        Wire wire = Wire.open(mallory, noisy);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        long revision = wire.await1("welcome").getJsonNumber("revision").longValue();
        wire.submit(1, revision, "[{\"insert\":\"still here\"}]");
        await("an edit is saved").until(() -> !wire.changes().isEmpty());
        assertThat(mallory.delta(noisy).toString()).contains("still here");
        wire.close();
    }
}
