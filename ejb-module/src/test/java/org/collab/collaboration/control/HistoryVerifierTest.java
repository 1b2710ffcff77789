package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.collaboration.entity.Snapshot;
import org.collab.ot.Delta;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class HistoryVerifierTest {
    private final HistoryFixture history = new HistoryFixture(5, 2_500);
    private final List<CommittedChange> log = new ArrayList<>(history.changes);

    @Test
    void I1_intact_history_is_verified_up_to_its_head() {
        assertThat(verify(Optional.of(snapshot(history.text()))))
                .isEqualTo(new Verdict.Intact(2_500, log.get(2_499).hash(), List.of()));
    }

    @Test
    void I1_altered_text_is_found_at_its_revision() {
        CommittedChange change = log.get(1_233);
        log.set(1_233, change.withDelta(Delta.builder().insert("forged").build()));

        assertBroken(1_234, "hash");
    }

    @Test
    void I1_altered_author_is_found_at_its_revision() {
        CommittedChange change = log.get(9);
        log.set(
                9,
                new CommittedChange(
                        change.revision(),
                        change.clientId(),
                        change.seq(),
                        UUID.randomUUID(),
                        change.baseRevision(),
                        change.at(),
                        change.delta(),
                        change.deltaJson(),
                        change.hash()));

        assertBroken(10, "hash");
    }

    @Test
    void I1_missing_revision_is_found() {
        log.remove(99);

        assertBroken(100, "missing");
    }

    @Test
    void I1_history_that_ends_before_its_head_is_found() {
        log.remove(2_499);

        assertBroken(2_500, "missing");
    }

    @Test
    void I3_snapshot_that_says_something_else_is_found() {
        RichText forged = history.text().apply(Delta.builder().insert("forged").build());

        assertThat(verify(Optional.of(snapshot(forged))))
                .isEqualTo(new Verdict.Broken(2_500, "its snapshot says something else"));
    }

    private List<Redaction> redactions = List.of();

    private void assertBroken(long revision, String reason) {
        Verdict.Broken broken = (Verdict.Broken) verify(Optional.empty());
        assertThat(broken.revision()).isEqualTo(revision);
        assertThat(broken.reason()).contains(reason);
    }

    private Snapshot snapshot(RichText text) {
        return new Snapshot(2_500, text, history.changes.get(2_499).hash());
    }

    private Verdict verify(Optional<Snapshot> snapshot) {
        return HistoryVerifier.verify(
                history.documentId,
                2_500,
                (after, limit) -> log.stream()
                        .filter(change -> change.revision() > after)
                        .limit(limit)
                        .toList(),
                snapshot,
                redactions);
    }
}
