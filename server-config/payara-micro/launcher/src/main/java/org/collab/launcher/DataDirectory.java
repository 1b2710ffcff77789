package org.collab.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The folder that holds everything the product writes, held by one process at a time.
 *
 * <p>The lock is the operating system's, on an open file: it ends with the process, also with one that was killed.
 */
final class DataDirectory implements AutoCloseable {

    /** A stop takes as long as the server, its editors and PostgreSQL do. */
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private static final byte RUNS = 'r';
    private static final byte STOPS = 's';

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Waits for a process that is stopping already, so that stop and start may follow each other at once.
     *
     * @throws StartupFailure where the folder cannot be made or written, or another process holds it
     */
    static DataDirectory open(Path root, Console console) throws InterruptedException {
        create(root);
        var lock = openLock(root);
        if (!isAcquired(lock, root)) {
            if (isStopping(lock, root)) {
                console.say("Waiting for the Collab Platform that is stopping");
            }
            var deadline = System.nanoTime() + STOPPING.toNanos();
            while (!isAcquired(lock, root)) {
                if (!isStopping(lock, root) || System.nanoTime() > deadline) {
                    throw new StartupFailure("Another Collab Platform already runs on the data directory " + root
                            + "; stop it or choose another folder with the DATA_DIR variable.");
                }
                Thread.sleep(100);
            }
        }
        try {
            mark(lock, RUNS);
        } catch (IOException e) {
            throw unwritable(root, e);
        }
        return new DataDirectory(root, lock);
    }

    /** Lets the next process know that the wait for this one has an end. */
    void stopping() throws IOException {
        mark(lock, STOPS);
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
            return FileChannel.open(
                    root.resolve(".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /** What the holder of the lock has written into its file. */
    private static boolean isStopping(FileChannel lock, Path root) {
        var mark = ByteBuffer.allocate(1);
        try {
            return lock.read(mark, 0) == 1 && mark.get(0) == STOPS;
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private static void mark(FileChannel lock, byte mark) throws IOException {
        lock.write(ByteBuffer.wrap(new byte[] {mark}), 0);
    }

    private static StartupFailure unwritable(Path root, IOException cause) {
        return new StartupFailure(
                "The data directory " + root + " cannot be written; set DATA_DIR to a folder that this user may write.",
                cause);
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
