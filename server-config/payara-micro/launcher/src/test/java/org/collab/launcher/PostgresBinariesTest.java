package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @TempDir
    private Path cache;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz"
    })
    void each_platform_has_its_archive(String os, String processor, String archive) {
        assertThat(PostgresBinaries.archiveName(os, processor)).isEqualTo(archive);
    }

    @Test
    void programs_are_unpacked_once() throws IOException {
        var home = PostgresBinaries.unpackInto(cache);
        var server = home.resolve("bin/postgres");
        var unpacked = Files.getLastModifiedTime(server);

        assertThat(server).isExecutable();
        assertThat(PostgresBinaries.unpackInto(cache)).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(server)).isEqualTo(unpacked);
    }

    @Test
    void a_start_that_was_cut_short_does_no_harm() throws IOException {
        var home = PostgresBinaries.unpackInto(cache);
        var partial = cache.resolve(home.getFileName() + ".partial");
        Files.move(home, partial);
        Files.delete(partial.resolve("bin/postgres"));

        assertThat(PostgresBinaries.unpackInto(cache).resolve("bin/postgres")).isExecutable();
        assertThat(partial).doesNotExist();
    }
}
