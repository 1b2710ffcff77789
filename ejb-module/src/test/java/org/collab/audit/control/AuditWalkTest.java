package org.collab.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.AuditVerdict;
import org.collab.audit.entity.Seal;
import org.junit.jupiter.api.Test;

class AuditWalkTest {
    private final List<AuditRecord> chain = chain(5);

    @Test
    void a_whole_chain_fits() {
        AuditVerdict verdict = walk(new AuditWalk(0, Seal.GENESIS), chain);
        assertThat(verdict.verified()).isTrue();
        assertThat(verdict.events()).isEqualTo(5);
        assertThat(verdict.head()).isEqualTo(5);
        assertThat(verdict.hash()).isEqualTo(chain.get(4).hash().hex());
    }

    @Test
    void a_purged_chain_goes_on_from_its_seal() {
        AuditVerdict verdict = walk(new AuditWalk(2, chain.get(1).hash()), chain.subList(2, 5));
        assertThat(verdict.verified()).isTrue();
        assertThat(verdict.purgedThrough()).isEqualTo(2);
        assertThat(verdict.events()).isEqualTo(3);
    }

    @Test
    void an_event_that_was_altered_or_taken_out_is_found() {
        chain.set(2, with(chain.get(2), "{\"role\":\"owner\"}"));
        assertThat(walk(new AuditWalk(0, Seal.GENESIS), chain).firstInvalid()).contains(3L);
        chain.remove(2);
        assertThat(walk(new AuditWalk(0, Seal.GENESIS), chain).firstInvalid()).contains(3L);
        assertThat(walk(new AuditWalk(1, Seal.GENESIS), chain.subList(1, 4)).firstInvalid())
                .contains(2L);
    }

    private static AuditVerdict walk(AuditWalk walk, List<AuditRecord> events) {
        var unused = events.stream().allMatch(walk::add);
        return walk.verdict();
    }

    private static List<AuditRecord> chain(int length) {
        List<AuditRecord> events = new ArrayList<>();
        Seal previous = Seal.GENESIS;
        for (int number = 1; number <= length; number++) {
            AuditRecord open = event(number, "{}", previous, Seal.GENESIS);
            AuditRecord event = event(number, "{}", previous, AuditChain.seal(open));
            events.add(event);
            previous = event.hash();
        }
        return events;
    }

    private static AuditRecord with(AuditRecord event, String details) {
        return event(event.number(), details, event.previous(), event.hash());
    }

    private static AuditRecord event(long number, String details, Seal previous, Seal hash) {
        return new AuditRecord(
                number,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "signed-in",
                Optional.empty(),
                details,
                previous,
                hash);
    }
}
