package org.collab.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", " 192.168.1.7 ", "fd00::/8"));

    @Test
    void nobody_is_believed_who_is_not_named() {
        assertThat(proxies.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(TrustedProxies.of(List.of()).client("10.1.2.3", List.of("198.51.100.1")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void the_address_before_the_last_trusted_proxy_counts() {
        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1, 192.168.1.7")))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.client("fd00::1", List.of("2001:db8::5"))).isEqualTo("2001:db8::5");
    }

    @Test
    void what_a_client_has_made_up_is_never_reached() {
        assertThat(proxies.client("10.1.2.3", List.of("6.6.6.6, 198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("6.6.6.6", "198.51.100.1")))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("host.example"))).isEqualTo("10.1.2.3");
    }

    @Test
    void what_names_no_network_is_refused() {
        assertThatThrownBy(() -> TrustedProxies.of(List.of("proxy.example"))).hasMessageContaining("proxy.example");
        assertThatThrownBy(() -> TrustedProxies.of(List.of("10.0.0.0/40"))).hasMessageContaining("10.0.0.0/40");
    }
}
