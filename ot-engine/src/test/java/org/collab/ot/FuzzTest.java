package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The laws on random documents and edits. Each case has its own seed: {@code -Dfuzz.seed=S
 * -Dfuzz.cases=1} repeats the one that failed, which is also kept in {@code target/}.
 */
class FuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);

    @Test
    @SuppressWarnings("SystemOut")
    void laws_hold_for_random_edits() {
        long firstSeed = Long.getLong("fuzz.seed", new SplittableRandom().nextLong() >>> 16);
        System.out.printf("fuzz: %d cases, first seed %d%n", CASES, firstSeed);
        LongAdder passed = new LongAdder();
        LongStream.range(firstSeed, firstSeed + CASES).parallel().forEach(seed -> {
            check(seed);
            passed.increment();
        });
        assertThat(passed.sum()).isEqualTo(CASES);
    }

    private static void check(long seed) {
        RandomDeltas random = new RandomDeltas(seed);
        Delta document = random.document();
        Delta a = random.edit(document);
        Delta b = random.edit(document);
        try {
            Laws.check(document, a, b);
            RichTextLaws.check(RichText.of(document), a);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", kept in " + kept(seed, document, a, b), e);
        }
    }

    private static Path kept(long seed, Delta document, Delta a, Delta b) {
        Path file = Path.of("target", "fuzz-failure-" + seed + ".json");
        try {
            return Files.writeString(file, "{\"doc\":%s,\"a\":%s,\"b\":%s}%n".formatted(document, a, b));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
