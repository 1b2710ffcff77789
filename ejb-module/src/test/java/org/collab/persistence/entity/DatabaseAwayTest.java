package org.collab.persistence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53100", "53300", "57P01", "57P02", "57P03"})
    void a_database_that_could_not_answer_is_away(String state) {
        assertThat(DatabaseAway.causes(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void a_pool_without_a_connection_says_so_without_a_state() {
        assertThat(DatabaseAway.causes(new SQLException("Error in allocating a connection")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "57014"})
    void a_database_that_refuses_is_there(String state) {
        assertThat(DatabaseAway.causes(new SQLException("refused", state))).isFalse();
    }

    @Test
    void other_failures_are_not_the_databases() {
        assertThat(DatabaseAway.causes(new IllegalStateException("a bug"))).isFalse();
    }
}
