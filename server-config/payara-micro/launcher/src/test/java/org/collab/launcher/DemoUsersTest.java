package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoUsersTest {

    @TempDir
    private Path folder;

    @Test
    void passwords_differ_and_stay() throws IOException {
        var file = folder.resolve("demo-users");
        var first = DemoUsers.in(file);

        var second = DemoUsers.in(file);

        assertThat(second.password(DemoUsers.ANA))
                .isEqualTo(first.password(DemoUsers.ANA))
                .isNotEqualTo(second.password(DemoUsers.BEN));
    }

    @Test
    void a_missing_user_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("demo-users"), "ana@demo.example secret\n");

        assertThatThrownBy(() -> DemoUsers.in(file).password(DemoUsers.BEN))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(DemoUsers.BEN);
    }
}
