package org.collab.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
    private Instant now = Instant.EPOCH;
    private final RequestRates rates = new RequestRates(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            2,
            3);

    @Test
    void L7_burst_is_allowed_and_then_so_many_a_second() {
        assertThat(allowed("ana", 5)).isEqualTo(3);

        now = now.plus(Duration.ofSeconds(1));
        assertThat(allowed("ana", 5)).isEqualTo(2);
    }

    @Test
    void callers_do_not_share_their_allowance() {
        allowed("ana", 5);

        assertThat(allowed("ben", 5)).isEqualTo(3);
    }

    @Test
    void pause_earns_no_more_than_the_burst() {
        allowed("ana", 5);
        now = now.plus(Duration.ofHours(1));

        assertThat(allowed("ana", 5)).isEqualTo(3);
    }

    private int allowed(String caller, int requests) {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += rates.allow(caller) ? 1 : 0;
        }
        return allowed;
    }
}
