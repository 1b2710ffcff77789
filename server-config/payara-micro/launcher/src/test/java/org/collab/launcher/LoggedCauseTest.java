package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedCauseTest {

    private static final String EARLIER_START = "Caused by: java.lang.Error: of yesterday\n";

    @TempDir
    private Path folder;

    @Test
    void the_innermost_cause_counts() throws IOException {
        var log = log("Exception\n\tat A\nCaused by: B: outer\n\tat B\nCaused by: C: inner\n\tat C\n");

        assertThat(LoggedCause.last(log, EARLIER_START.length())).contains("C: inner");
    }

    @Test
    void an_earlier_start_does_not() throws IOException {
        assertThat(LoggedCause.last(log("all is well\n"), EARLIER_START.length()))
                .isEmpty();
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("server.log"), EARLIER_START + content);
    }
}
