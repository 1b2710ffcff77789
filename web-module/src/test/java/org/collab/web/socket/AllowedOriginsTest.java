package org.collab.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedOriginsTest {
    private final AllowedOrigins origins = new AllowedOrigins();

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, false",
        "http://docs.example.com, docs.example.com, false",
        "http://docs.example.com, docs.example.com:80, false",
        "https://docs.example.com, docs.example.com, true",
        "https://docs.example.com, docs.example.com, false",
        "https://DOCS.example.com, docs.example.com:443, true",
        "http://[::1]:8080, [::1]:8080, false"
    })
    void own_page_is_allowed_behind_a_proxy_too(String origin, String host, boolean secure) {
        assertThat(origins.allow(origin, host, secure)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://evil.example, docs.example.com, true",
                "https://sub.docs.example.com, docs.example.com, true",
                "https://docs.example.com.evil.example, docs.example.com, true",
                "https://docs.example.com:8443, docs.example.com, true",
                "http://docs.example.com, docs.example.com, true",
                "https://user@docs.example.com, docs.example.com, true",
                "null, docs.example.com, true",
                "'', docs.example.com, true",
                "file:///tmp/page.html, docs.example.com, false",
                "none, docs.example.com, true",
                "https://docs.example.com, none, true"
            })
    void S1_other_origin_is_refused(String origin, String host, boolean secure) {
        assertThat(origins.allow(origin, host, secure)).isFalse();
    }
}
