package org.collab.it.product;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A launched product that moves changes into chunks soon, and the command that verifies what it has stored. */
public final class ChunkingProduct implements AutoCloseable {
    private final Path data;
    private final Product product;

    /**
     * Starts it.
     *
     * @param age at which changes move
     * @param size changes in a chunk
     */
    public ChunkingProduct(Path directory, Duration age, int size) {
        data = directory.resolve("data");
        product = Product.start(
                data,
                Map.of(
                        "COLLAB_HISTORY_CHUNK_AFTER", age.toString(),
                        "COLLAB_HISTORY_CHUNK_SIZE", String.valueOf(size),
                        "COLLAB_HISTORY_UPKEEP_EVERY", "PT1S"));
    }

    public Product product() {
        return product;
    }

    /** Waits until the changes up to a revision stand in chunks. */
    public void awaitChunked(String documentId, long revision) {
        await("chunks")
                .atMost(Duration.ofSeconds(30))
                .until(() -> product.sql()
                        .query("SELECT chunked_revision FROM documents WHERE id = ?", UUID.fromString(documentId))
                        .filter(chunked -> (Long) chunked >= revision)
                        .isPresent());
    }

    /** What the command says about a document, without the server. */
    public String verifier(String documentId) {
        try {
            ProcessBuilder command =
                    new ProcessBuilder(System.getProperty("collab.verifier"), documentId).redirectErrorStream(true);
            command.environment().put("DATA_DIR", data.toString());
            Process process = command.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while verifying", e);
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
