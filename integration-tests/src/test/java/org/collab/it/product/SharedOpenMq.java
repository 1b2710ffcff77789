package org.collab.it.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The OpenMQ that Payara Server brings along, in a process of its own. */
final class SharedOpenMq implements Cluster {
    private final Path program;
    private final Path directory;
    private final int port = Product.freePort();
    private Process process;

    SharedOpenMq(Path payara, Path directory) throws IOException {
        this.program = payara.resolve("mq/bin/imqbrokerd");
        this.directory = directory;
        this.process = start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("COLLAB_BROKER_HOST", "127.0.0.1", "COLLAB_BROKER_PORT", String.valueOf(port));
    }

    @Override
    public void interrupt() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void resume() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        interrupt();
        InstalledServer.delete(directory);
    }

    private Process start() throws IOException {
        Files.createDirectories(directory);
        Path output = directory.resolveSibling(directory.getFileName() + ".log");
        Process started = new ProcessBuilder(
                        program.toString(),
                        "-javahome",
                        System.getProperty("java.home"),
                        "-varhome",
                        directory.toString(),
                        "-name",
                        "collab",
                        "-port",
                        String.valueOf(port),
                        "-Dimq.hostname=127.0.0.1",
                        "-tty")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        Awaitility.await("the broker listens; see " + output)
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the broker ended; see " + output, () -> !started.isAlive())
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
        return started;
    }
}
