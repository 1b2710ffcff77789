package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void older_content_moves_on_and_the_oldest_goes() throws IOException {
        var file = folder.resolve("logs/server.log");
        try (var log = LogFile.open(file, 4)) {
            for (var record = 1; record <= 8; record++) {
                log.write(("no " + record).getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(file).hasContent("no 8");
        assertThat(folder.resolve("logs/server.log.1")).hasContent("no 7");
        assertThat(folder.resolve("logs/server.log.5")).hasContent("no 3");
        assertThat(folder.resolve("logs/server.log.6")).doesNotExist();
    }

    @Test
    void the_next_start_continues_the_file() throws IOException {
        var file = folder.resolve("server.log");
        for (var start = 1; start <= 2; start++) {
            try (var log = LogFile.open(file, 100)) {
                log.write(("start " + start + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(file).hasContent("start 1\nstart 2\n");
    }
}
