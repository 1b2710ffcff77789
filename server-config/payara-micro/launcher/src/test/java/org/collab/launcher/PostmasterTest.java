package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterTest {

    @TempDir
    private Path folder;

    @Test
    void no_file_means_no_server() throws IOException {
        assertThat(Postmaster.of(folder.resolve("postmaster.pid"))).isEmpty();
    }

    @Test
    void a_number_that_another_program_has_now_is_no_server() throws IOException {
        assertThat(Postmaster.of(pidFile(String.valueOf(ProcessHandle.current().pid()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "-5", "99999999999"})
    void a_broken_file_is_no_server(String firstLine) throws IOException {
        assertThat(Postmaster.of(pidFile(firstLine))).isEmpty();
    }

    private Path pidFile(String firstLine) throws IOException {
        return Files.writeString(folder.resolve("postmaster.pid"), firstLine + "\n/data\n");
    }
}
