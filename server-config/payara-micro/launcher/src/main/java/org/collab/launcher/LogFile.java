package org.collab.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that keeps its name and moves older content to {@code NAME.1} … {@code NAME.5}.
 *
 * <p>It takes whatever the process prints, which the server's own rotating handler would not. Safe for use by several
 * threads; a record is never split over two files as long as it is written at once.
 */
final class LogFile extends OutputStream {

    private static final int OLDER_FILES = 5;

    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    private LogFile(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        this.out = openForAppend(file);
        this.size = Files.size(file);
    }

    /** @param limit bytes after which a new file begins */
    static LogFile open(Path file, long limit) throws IOException {
        PrivateFiles.createFolder(file.toAbsolutePath().resolveSibling(""));
        return new LogFile(file, limit);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (size >= limit) {
            rotate();
        }
        out.write(bytes, offset, length);
        size += length;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void rotate() throws IOException {
        out.close();
        for (var age = OLDER_FILES; age >= 1; age--) {
            var newer = age == 1 ? file : older(age - 1);
            if (Files.exists(newer)) {
                Files.move(newer, older(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out = openForAppend(file);
        size = 0;
    }

    private Path older(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    private static OutputStream openForAppend(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
