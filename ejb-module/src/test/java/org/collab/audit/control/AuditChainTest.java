package org.collab.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.Seal;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final UUID ANA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID ROOM = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    @Test
    void details_are_in_the_order_of_their_names_and_keep_their_kinds() {
        AuditEvent event = AuditEvent.of(AuditAction.ROLE_GIVEN, ANA)
                .with("user", ANA)
                .with("count", 3)
                .with("again", true)
                .with("none", Optional.empty())
                .with("role", Optional.of("a \"quoted\" one"));
        assertThat(AuditChain.details(event.details()))
                .isEqualTo("{\"again\":true,\"count\":3,\"role\":\"a \\\"quoted\\\" one\",\"user\":\"" + ANA + "\"}");
    }

    @Test
    void a_line_holds_all_and_its_hash_is_that_of_the_line_without_it() throws Exception {
        AuditRecord event = event(7, "{\"role\":\"editor\"}");
        String line = AuditChain.line(event);
        assertThat(line)
                .isEqualTo("{\"number\":7,\"at\":\"2026-11-24T10:00:00.000001Z\",\"actor\":\"" + ANA
                        + "\",\"address\":\"::1\",\"session\":null,\"action\":\"role-given\",\"subjectKind\":\"room\","
                        + "\"subject\":\"" + ROOM + "\",\"details\":{\"role\":\"editor\"},\"previous\":\""
                        + "0".repeat(64) + "\",\"hash\":\"" + "0".repeat(64) + "\"}");
        String unsealed = line.replaceFirst(",\"hash\":\"[0-9a-f]{64}\"}$", "}");
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(unsealed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(AuditChain.seal(event)).isEqualTo(Seal.of(hash));
    }

    @Test
    void every_field_counts() {
        AuditRecord event = event(7, "{}");
        assertThat(AuditChain.seal(event)).isNotEqualTo(AuditChain.seal(event(8, "{}")));
        assertThat(AuditChain.seal(event)).isNotEqualTo(AuditChain.seal(event(7, "{\"a\":1}")));
    }

    private static AuditRecord event(long number, String details) {
        return new AuditRecord(
                number,
                Instant.parse("2026-11-24T10:00:00.000001Z"),
                Optional.of(ANA),
                Optional.of("::1"),
                Optional.empty(),
                AuditAction.ROLE_GIVEN.code(),
                Optional.of(new AuditEvent.Subject("room", ROOM)),
                details,
                Seal.GENESIS,
                Seal.GENESIS);
    }
}
