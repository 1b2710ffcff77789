package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.collab.collaboration.control.HistoryFiller;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document with a long history: how long opening takes, and how many bytes a change takes in rows and in chunks.
 * {@code -Dhistory.changes=1000000} measures the million; the figures are printed.
 */
class LongHistoryIT {
    private static final int CHANGES = Integer.getInteger("history.changes", 60_000);
    private static final int OPENINGS = Integer.getInteger("history.openings", 8);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void opening_does_not_depend_on_the_history_and_chunks_take_at_most_12_bytes_a_change(@TempDir Path directory)
            throws Exception {
        Path data = directory.resolve("data");
        String email;
        String document;
        try (Product product = Product.start(data)) {
            Api ana = Api.newUser(product.uri(), "Ana");
            email = ana.get("users/me").json().getString("email");
            String room = ana.createRoom("Room");
            document = ana.createDocument(room, "Long");
            fill(product, ana, document, CHANGES);
            String little = ana.createDocument(room, "Short");
            fill(product, ana, little, 600);

            long first = open(ana, document);
            open(ana, little);
            long[] times = LongStream.range(0, OPENINGS)
                    .map(i -> open(ana, document))
                    .sorted()
                    .toArray();
            long[] shortTimes = LongStream.range(0, OPENINGS)
                    .map(i -> open(ana, little))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "history of %,d changes: first opening without a snapshot %d ms, then median %d ms, p95 %d ms;"
                            + " history of 600: median %d ms, p95 %d ms%n",
                    CHANGES, first, median(times), p95(times), median(shortTimes), p95(shortTimes));
            assertThat(p95(times)).as("milliseconds, p95").isLessThan(1_000);
            lookBack(ana, document, "rows");
            verify(ana, document);
            System.out.printf(
                    "in rows: %.1f bytes a change, and %.1f in indexes%n",
                    bytes(product, "pg_table_size"), bytes(product, "pg_indexes_size"));
        }
        try (Product product = Product.start(data, Map.of("COLLAB_HISTORY_UPKEEP_EVERY", "PT1S"))) {
            Api ana = Api.anonymous(product.uri()).login(email, Api.PASSWORD);
            long chunked = CHANGES - CHANGES % 2_000L;
            await("all whole chunks")
                    .atMost(LONG)
                    .until(() -> product.sql()
                            .query("SELECT chunked_revision FROM documents WHERE id = ?", UUID.fromString(document))
                            .filter(revision -> (Long) revision == chunked)
                            .isPresent());
            verify(ana, document);
            double payload =
                    number(product, "SELECT sum(octet_length(payload) + octet_length(clients)) FROM change_chunks");
            double table = number(product, "SELECT pg_total_relation_size('change_chunks')");
            System.out.printf(
                    "in chunks: %.1f bytes a change, %.1f with the table's own%n", payload / chunked, table / chunked);
            assertThat(payload / chunked).as("bytes a change").isLessThanOrEqualTo(12);
            lookBack(ana, document, "chunks");
            open(ana, document);
            long after = open(ana, document);
            assertThat(after).as("milliseconds").isLessThan(1_000);
        }
    }

    private static void fill(Product product, Api author, String document, int changes) throws Exception {
        try (Connection connection = product.sql().connect()) {
            new HistoryFiller(document, author.userId(), 42).fill(connection, changes);
        }
    }

    /** Milliseconds from asking for a ticket to holding the contents, of a document that is in nobody's memory. */
    private static long open(Api api, String document) {
        long start = System.nanoTime();
        Wire wire = Wire.open(api, document);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        await("contents")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !wire.received().isEmpty());
        long took = (System.nanoTime() - start) / 1_000_000;
        JsonObject welcome = wire.await1("welcome");
        assertThat(welcome.getJsonArray("contents")).isNotEmpty();
        wire.close();
        await("nobody's memory")
                .atMost(LONG)
                .until(() -> api.get("metrics").body().contains("\ncollab_documents 0.0"));
        return took;
    }

    /** How long looking into the history takes, once it has been looked through. */
    private static void lookBack(Api api, String document, String stored) {
        long start = System.nanoTime();
        await("a history that has been looked through")
                .atMost(LONG)
                .until(() -> api.getPatiently("documents/" + document + "/history", LONG)
                                .status()
                        == 200);
        long indexed = (System.nanoTime() - start) / 1_000_000;
        Random random = new Random(42);
        String at = "documents/" + document;
        long[] timeline = times(api, () -> at + "/history?limit=50");
        long[] contents = times(api, () -> at + "/contents?revision=" + random.nextInt(CHANGES));
        long[] authors = times(api, () -> at + "/authorship?revision=" + random.nextInt(CHANGES));
        long[] differences = times(api, () -> {
            int from = random.nextInt(CHANGES - 1_000);
            return at + "/history/difference?from=" + from + "&to=" + (from + 1_000);
        });
        System.out.printf(
                "%,d changes in %s, looked through in %d ms; median and p95 in ms: timeline's first page %d, %d;"
                        + " contents of any revision %d, %d; authors %d, %d; difference over 1,000 changes %d, %d%n",
                CHANGES,
                stored,
                indexed,
                median(timeline),
                p95(timeline),
                median(contents),
                p95(contents),
                median(authors),
                p95(authors),
                median(differences),
                p95(differences));
        assertThat(p95(timeline)).as("milliseconds, p95").isLessThan(1_000);
        assertThat(p95(contents)).as("milliseconds, p95").isLessThan(1_500);
        assertThat(p95(authors)).as("milliseconds, p95").isLessThan(1_500);
    }

    private static long[] times(Api api, Supplier<String> path) {
        return LongStream.range(0, 3L * OPENINGS)
                .map(i -> {
                    String asked = path.get();
                    long start = System.nanoTime();
                    api.getPatiently(asked, LONG).requireStatus(200);
                    return (System.nanoTime() - start) / 1_000_000;
                })
                .sorted()
                .toArray();
    }

    private static void verify(Api api, String document) {
        long start = System.nanoTime();
        JsonObject verdict = api.getPatiently("documents/" + document + "/verify", LONG)
                .requireStatus(200)
                .json();
        assertThat(verdict.getBoolean("verified")).isTrue();
        assertThat(verdict.getInt("head")).isEqualTo(CHANGES);
        System.out.printf("verified in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static double bytes(Product product, String size) {
        return number(
                        product,
                        "SELECT sum(" + size + "(inhrelid)) FROM pg_inherits WHERE inhparent = 'changes'::regclass")
                / number(product, "SELECT count(*) FROM changes");
    }

    private static double number(Product product, String sql) {
        return ((Number) product.sql().query(sql).orElseThrow()).doubleValue();
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static long p95(long[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
