package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void a_free_port_passes() throws IOException {
        PortCheck.requireFree("127.0.0.1", PortCheck.anyFree());
    }

    @Test
    void a_port_is_free_until_somebody_listens_on_it() throws IOException {
        int port = PortCheck.anyFree();
        assertThat(PortCheck.isFree(port)).isTrue();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortCheck.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_taken_port_is_named_with_its_variable() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortCheck.requireFree("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " is already in use")
                    .hasMessageContaining("PORT variable");
        }
    }

    @Test
    void a_port_taken_on_all_addresses_is_taken_on_loopback() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortCheck.requireFree("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("already in use");
        }
    }

    @Test
    void another_machines_address_is_refused() {
        assertThatThrownBy(() -> PortCheck.requireFree("192.0.2.1", 8080))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("HOST is \"192.0.2.1\", which is not an address of this machine.");
    }
}
