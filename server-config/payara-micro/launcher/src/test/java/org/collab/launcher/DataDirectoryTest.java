package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void a_missing_folder_is_made_for_this_user_only() throws IOException {
        var root = folder.resolve("deep/data");

        DataDirectory.open(root).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_link_to_a_folder_serves_as_one() throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));
        var link = Files.createSymbolicLink(folder.resolve("link"), target);

        DataDirectory.open(link).close();

        assertThat(target.resolve(".lock")).exists();
    }

    @Test
    void a_file_in_its_place_is_named() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("DATA_DIR");
    }

    @Test
    void a_second_instance_is_refused_until_the_first_ends() throws IOException {
        try (var first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.root()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageStartingWith("Another Collab Platform already runs on the data directory " + folder);
        }
        DataDirectory.open(folder).close();
    }
}
