package org.collab.it.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory, that can be filled up to the last byte. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** Why there is none. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unavailable(String reason) {
            super(reason);
        }
    }

    /** @throws Unavailable where this user or this machine cannot mount one */
    static SmallDisk mount(Path at, int megabytes) throws Unavailable {
        String problem = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString());
        if (!problem.isEmpty()) {
            throw new Unavailable(problem);
        }
        return new SmallDisk(at);
    }

    Path root() {
        return root;
    }

    /** Takes all the space that is left. */
    void fill() {
        byte[] block = new byte[BLOCK];
        for (int size = BLOCK; size > 0; size /= 2) {
            append(block, size);
        }
    }

    /** Gives the space back. */
    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        String problem = run("umount", "--lazy", root.toString());
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
    }

    private void append(byte[] block, int size) {
        try (OutputStream out = Files.newOutputStream(
                ballast(), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block, 0, size);
            }
        } catch (IOException e) {
            // full, for this size
        }
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    /** What the command complains about; empty where it succeeds. */
    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            return status == 0 ? "" : command[0] + " ended with " + status + ": " + output;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
