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
        assertThat(Postmaster.of(folder)).isEmpty();
    }

    @Test
    void a_number_that_another_program_has_now_is_no_server() throws IOException {
        writePidFile(String.valueOf(ProcessHandle.current().pid()));

        assertThat(Postmaster.of(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "-5", "99999999999"})
    void a_broken_file_is_no_server(String firstLine) throws IOException {
        writePidFile(firstLine);

        assertThat(Postmaster.of(folder)).isEmpty();
    }

    private void writePidFile(String firstLine) throws IOException {
        Files.writeString(folder.resolve(Postmaster.PID_FILE), firstLine + "\n/data\n");
    }
}
