package org.collab.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The innermost cause in a log of stack traces.
 *
 * <p>Of a failed deployment the server reports only the outermost exception, "initialization failed"; what went wrong is
 * in its log alone.
 */
final class LoggedCause {

    private static final String MARK = "Caused by: ";

    private LoggedCause() {}

    /** @param from how many bytes of the log are older than this start */
    static Optional<String> last(Path log, long from) throws IOException {
        try (InputStream content = Files.newInputStream(log)) {
            content.skipNBytes(from);
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring(MARK.length()));
        }
    }
}
