package org.collab.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.collab.it.product.Product;

/** The product as its service manager sees it: processes to kill, to stop and to start again on the same port. */
final class ProductProcess implements AutoCloseable {
    private final Path dataDirectory;
    private final int port = Product.freePort();
    private Product product;

    ProductProcess(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.product = Product.start(dataDirectory, port, Map.of());
    }

    int port() {
        return port;
    }

    URI uri() {
        return product.uri();
    }

    /** As {@code kill -9} does; the database's processes live on. */
    void killServer() {
        kill(product.server());
    }

    /** Starts the product again after its server was killed; returns when it is ready. */
    void restart() {
        product = Product.start(dataDirectory, port, Map.of());
    }

    /** As {@code kill -9} does to PostgreSQL's main process; the others follow when they notice. */
    void killDatabase() {
        kill(product.database());
    }

    /** Freezes the server. */
    Frozen freezeServer() {
        return new Frozen(List.of(product.server()));
    }

    /** Freezes PostgreSQL, all of its processes: the main one first, so that no new ones come. */
    Frozen freezeDatabase() {
        ProcessHandle main = product.database();
        Frozen frozen = new Frozen(List.of(main));
        return frozen.and(main.descendants().toList());
    }

    /** Processes that got SIGSTOP, and get SIGCONT in the end. */
    record Frozen(List<ProcessHandle> processes) {
        Frozen {
            processes.forEach(process -> signal("STOP", process));
            processes = List.copyOf(processes);
        }

        Frozen and(List<ProcessHandle> others) {
            Frozen more = new Frozen(others);
            return new Frozen(
                    Stream.concat(processes.stream(), more.processes.stream()).toList());
        }

        void thaw() {
            processes.forEach(process -> signal("CONT", process));
        }
    }

    @Override
    public void close() {
        product.close();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static void signal(String name, ProcessHandle process) {
        if (!process.isAlive()) {
            return; // PostgreSQL's workers come and go
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while sending SIG" + name, e);
        }
    }
}
