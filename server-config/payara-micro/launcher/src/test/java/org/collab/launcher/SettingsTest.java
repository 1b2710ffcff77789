package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path DISTRIBUTION = Path.of("/opt/collab");

    @Test
    void defaults_serve_this_machine_only() {
        var settings = Settings.from(Map.of(), List.of(), DISTRIBUTION);

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.application()).isEqualTo(DISTRIBUTION.resolve("collab.war"));
        assertThat(settings.demo()).isFalse();
        assertThat(settings.shownAddress()).isEqualTo("http://localhost:8080");
    }

    @Test
    void environment_and_arguments_override_them() {
        var environment = Map.of("PORT", " 9090 ", "HOST", "0.0.0.0", "DATA_DIR", "/var/lib/collab");

        var settings = Settings.from(environment, List.of("--demo", "--application", "/tmp/other.war"), DISTRIBUTION);

        assertThat(settings)
                .isEqualTo(new Settings(
                        "0.0.0.0",
                        9090,
                        Path.of("/var/lib/collab"),
                        Path.of("/tmp/other.war"),
                        DISTRIBUTION.resolve("broker"),
                        Optional.empty(),
                        Optional.empty(),
                        true));
    }

    @Test
    void another_nodes_broker_is_named_by_its_host() {
        var environment = Map.of("BROKER_HOST", "first", "BROKER_PASSWORD", "secret");

        var settings = Settings.from(environment, List.of(), DISTRIBUTION);

        assertThat(settings.broker())
                .contains(new BrokerAddress(false, "first", 61616, "collab", Optional.of("secret")))
                .map(BrokerAddress::toString)
                .contains("collab@first:61616");
    }

    @Test
    void the_own_broker_opens_where_it_is_told_and_makes_its_password() {
        var environment = Map.of("BROKER_LISTEN", "10.0.0.1", "BROKER_PORT", "5000");

        var settings = Settings.from(environment, List.of(), DISTRIBUTION);

        assertThat(settings.broker()).contains(new BrokerAddress(true, "10.0.0.1", 5000, "collab", Optional.empty()));
    }

    @Test
    void two_brokers_or_one_without_a_password_are_refused() {
        assertThatThrownBy(() -> Settings.from(
                        Map.of("BROKER_HOST", "first", "BROKER_LISTEN", "0.0.0.0"), List.of(), DISTRIBUTION))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("BROKER_LISTEN");
        assertThatThrownBy(() -> Settings.from(Map.of("BROKER_HOST", "first"), List.of(), DISTRIBUTION))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("BROKER_PASSWORD");
    }

    @Test
    void a_database_of_somebody_else_is_named_by_its_host() {
        var environment = Map.of("DATABASE_HOST", "db", "DATABASE_PASSWORD", "secret");

        var settings = Settings.from(environment, List.of(), DISTRIBUTION);

        assertThat(settings.database())
                .contains(new DatabaseAddress("db", 5432, "collab", "collab", "secret"))
                .map(DatabaseAddress::toString)
                .contains("collab@db:5432/collab");
    }

    @Test
    void an_empty_variable_is_an_unset_one() {
        assertThat(Settings.from(Map.of("PORT", "", "HOST", ""), List.of(), DISTRIBUTION))
                .isEqualTo(Settings.from(Map.of(), List.of(), DISTRIBUTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "65536", "80 80", "8080.5", "99999999999"})
    void a_port_that_is_none_is_named_with_its_variable(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", port), List.of(), DISTRIBUTION))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("PORT is \"" + port + "\", but it must be a number from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dmeo", "demo", "-h"})
    void an_unknown_argument_is_refused(String argument) {
        assertThatThrownBy(() -> Settings.from(Map.of(), List.of(argument), DISTRIBUTION))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(argument)
                .hasMessageContaining("--demo");
    }

    @Test
    void application_without_a_file_is_refused() {
        assertThatThrownBy(() -> Settings.from(Map.of(), List.of("--application"), DISTRIBUTION))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("WAR");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:8080, http://localhost:8080",
        "::, http://127.0.0.1:8080, http://localhost:8080",
        "::1, http://[::1]:8080, http://[::1]:8080",
        "192.168.1.5, http://192.168.1.5:8080, http://192.168.1.5:8080"
    })
    void the_address_is_one_that_can_be_reached(String host, String local, String shown) {
        var settings = Settings.from(Map.of("HOST", host), List.of(), DISTRIBUTION);

        assertThat(settings.localAddress()).hasToString(local);
        assertThat(settings.shownAddress()).isEqualTo(shown);
    }
}
