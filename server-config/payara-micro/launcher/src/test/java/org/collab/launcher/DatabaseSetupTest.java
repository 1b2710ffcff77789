package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSetupTest {

    @Test
    void a_durable_database_passes() {
        DatabaseSetup.requireOn("fsync", "on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void anything_less_is_refused(String value) {
        assertThatThrownBy(() -> DatabaseSetup.requireOn("synchronous_commit", value))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("synchronous_commit=" + value);
    }
}
