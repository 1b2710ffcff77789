package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void a_missing_folder_is_made_for_this_user_only() throws Exception {
        var root = folder.resolve("deep/data");

        open(root).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_link_to_a_folder_serves_as_one() throws Exception {
        var target = Files.createDirectory(folder.resolve("target"));
        var link = Files.createSymbolicLink(folder.resolve("link"), target);

        open(link).close();

        assertThat(target.resolve(".lock")).exists();
    }

    @Test
    void a_file_in_its_place_is_named() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("DATA_DIR");
    }

    @Test
    void a_second_instance_is_refused_until_the_first_ends() throws Exception {
        try (var first = open(folder)) {
            assertThatThrownBy(() -> open(first.root()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageStartingWith("Another Collab Platform already runs on the data directory " + folder);
        }
        open(folder).close();
    }

    @Test
    void a_second_instance_waits_where_the_first_is_stopping() throws Exception {
        var first = open(folder);
        first.stopping();

        var second = CompletableFuture.supplyAsync(() -> open(folder));
        await().until(() -> said.toString(StandardCharsets.UTF_8).contains("Waiting"));
        assertThat(second).isNotDone();
        first.close();

        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void a_new_instance_does_not_seem_to_be_stopping() throws Exception {
        try (var first = open(folder)) {
            first.stopping();
        }
        try (var second = open(folder)) {
            assertThatThrownBy(() -> open(second.root())).isInstanceOf(StartupFailure.class);
        }
    }

    private DataDirectory open(Path root) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            return DataDirectory.open(root, new Console(out, out));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
