package org.collab.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything the product writes, held by one process at a time.
 *
 * <p>The lock is the operating system's, on an open file: it ends with the process, also with one that was killed.
 */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws StartupFailure where the folder cannot be made or written, or another process holds it */
    static DataDirectory open(Path root) {
        create(root);
        var lock = openLock(root);
        if (!isAcquired(lock, root)) {
            throw new StartupFailure("Another Collab Platform already runs on the data directory " + root
                    + "; stop it or choose another folder with the DATA_DIR variable.");
        }
        return new DataDirectory(root, lock);
    }

    /** The cluster of PostgreSQL: the users' documents. */
    Path postgres() {
        return root.resolve("postgres");
    }

    /** Unpacked programs, made again whenever they are missing. */
    Path cache() {
        return root.resolve("cache");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /** The server's own files, made anew at each start. */
    Path server() {
        return root.resolve("server");
    }

    Path serverLog() {
        return root.resolve("logs").resolve("server.log");
    }

    Path postgresLog() {
        return root.resolve("logs").resolve("postgresql.log");
    }

    Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void create(Path root) {
        try {
            PrivateFiles.createFolder(root);
        } catch (IOException e) {
            throw new StartupFailure(
                    "The data directory " + root + " cannot be created" + (Files.exists(root) ? " over a file" : "")
                            + "; set DATA_DIR to a folder that this user may write.",
                    e);
        }
    }

    private static FileChannel openLock(Path root) {
        try {
            return FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartupFailure(
                    "The data directory " + root
                            + " cannot be written; set DATA_DIR to a folder that this user may write.",
                    e);
        }
    }

    private static boolean isAcquired(FileChannel lock, Path root) {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new StartupFailure(
                    "The data directory " + root + " cannot be locked; set DATA_DIR to a folder on a local disk.", e);
        }
    }
}
