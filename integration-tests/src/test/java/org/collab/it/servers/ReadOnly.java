package org.collab.it.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders in which nothing can be written for a while. The superuser is kept out too: he sees a read-only mount. */
final class ReadOnly implements AutoCloseable {
    private final List<Path> folders;
    private final boolean mounted;

    private ReadOnly(List<Path> folders, boolean mounted) {
        this.folders = folders;
        this.mounted = mounted;
    }

    static ReadOnly make(List<Path> folders) throws IOException {
        Path probe = folders.get(0).resolve("probe");
        for (Path folder : folders) {
            run("chmod", "-R", "a-w", folder.toString());
        }
        boolean writable = canWrite(probe);
        if (writable) {
            for (Path folder : folders) {
                run("mount", "--bind", folder.toString(), folder.toString());
                run("mount", "-o", "remount,bind,ro", folder.toString());
            }
        }
        return new ReadOnly(List.copyOf(folders), writable);
    }

    /** Whether somebody can write into one of them after all. */
    boolean canBeWritten() {
        return folders.stream().anyMatch(folder -> canWrite(folder.resolve("probe")));
    }

    private static boolean canWrite(Path file) {
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Path folder : folders) {
            if (mounted) {
                run("umount", "--lazy", folder.toString());
            }
            run("chmod", "-R", "u+w", folder.toString());
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(List.of(command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
