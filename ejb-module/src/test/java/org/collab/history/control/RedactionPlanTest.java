package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.control.HistoryVerifier;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class RedactionPlanTest {
    private static final long SEED = Long.getLong("redaction.seed", System.nanoTime());
    private static final int ROUNDS = 60;
    private static final String SECRET = "PASSWORD";

    @Test
    void no_revision_holds_the_text_any_more_and_nothing_else_has_changed() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            Redacted redacted = new Redacted(seed);
            RichText before = RichText.empty();
            RichText after = RichText.empty();
            for (int i = 0; i < redacted.log.size(); i++) {
                before = before.apply(redacted.history.changes.get(i).delta());
                after = after.apply(redacted.log.get(i).delta());
                String was = RedactionPlan.textOf(before.toDelta());
                String is = RedactionPlan.textOf(after.toDelta());
                assertThat(is).as("seed %d, revision %d", seed, i + 1).doesNotContain(SECRET);
                assertThat(is.length()).as("seed %d", seed).isEqualTo(was.length());
                for (int at = 0; at < is.length(); at++) {
                    boolean same = is.charAt(at) == was.charAt(at);
                    boolean taken = is.charAt(at) == '\u2588' && SECRET.indexOf(was.charAt(at)) >= 0;
                    assertThat(same || taken)
                            .as("seed %d, unit %d of revision %d", seed, at, i + 1)
                            .isTrue();
                }
                assertThat(redacted.log.get(i).deltaJson()).as("seed %d", seed).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void the_chain_still_verifies_up_to_and_across_a_redaction() {
        for (long seed = SEED; seed < SEED + 10; seed++) {
            Redacted redacted = new Redacted(seed);
            Verdict verdict = verify(redacted, List.of(redacted.redaction));
            assertThat(verdict).as("seed %d", seed).isInstanceOf(Verdict.Intact.class);
            assertThat(((Verdict.Intact) verdict).redactions()).containsExactly(redacted.redaction);
        }
    }

    @Test
    void a_redaction_that_is_missing_or_forged_is_found() {
        Redacted redacted = new Redacted(SEED);
        assertThat(broken(verify(redacted, List.of())).reason()).contains("hash");
        Redaction real = redacted.redaction;
        Redaction lie = new Redaction(
                real.id(),
                real.documentId(),
                real.revision(),
                real.authorId(),
                real.at(),
                "another reason",
                real.units(),
                real.changes());
        assertThat(broken(verify(redacted, List.of(lie))).revision()).isEqualTo(real.revision());
        List<RedactedChange> fewer = real.changes().subList(1, real.changes().size());
        Redaction less = new Redaction(
                real.id(), real.documentId(), real.revision(), real.authorId(), real.at(), real.reason(), 1, fewer);
        assertThat(broken(verify(redacted, List.of(less))).revision())
                .isEqualTo(real.changes().get(0).revision());
    }

    @Test
    void a_redacted_change_that_is_altered_again_is_found() {
        Redacted redacted = new Redacted(SEED);
        long revision = redacted.redaction.changes().get(0).revision();
        CommittedChange change = redacted.log.get((int) revision - 1);
        Delta other = Delta.of(change.delta().ops());
        redacted.log.set(
                (int) revision - 1,
                with(
                        change,
                        other.concat(
                                Delta.builder().retain(1, Map.of("bold", true)).build())));
        assertThat(broken(verify(redacted, List.of(redacted.redaction))).revision())
                .isEqualTo(revision);
    }

    @Test
    void links_and_embeds_that_hold_the_text_are_rewritten_too() {
        RandomHistory history = new RandomHistory(1, 0, 1, 1);
        history.add(history.people.get(0), Delta.builder().insert(SECRET).build());
        history.add(
                history.people.get(0),
                Delta.builder()
                        .retain(3, Map.of("link", "https://example.com/?" + SECRET))
                        .build());
        RedactionPlan plan = new RedactionPlan(SECRET, 1, 0);
        history.changes.forEach(plan::add);
        assertThat(plan.revisions()).containsExactly(1L, 2L);
        assertThat(plan.rewritten(history.changes.get(1)).orElseThrow().delta().toString())
                .isEqualTo("[{\"attributes\":{\"link\":\"https://example.com/?████████\"},\"retain\":3}]");
    }

    @Test
    void short_texts_are_taken_out_where_they_were_selected_only() {
        RandomHistory history = new RandomHistory(1, 0, 1, 1);
        history.add(history.people.get(0), Delta.builder().insert("a b a b").build());
        RedactionPlan plan = new RedactionPlan("a b", 1, 0);
        history.changes.forEach(plan::add);
        assertThat(plan.rewritten(history.changes.get(0)).orElseThrow().delta().toString())
                .isEqualTo("[{\"insert\":\"███ a b\"}]");
    }

    /** A random history in which the secret is typed, pasted, taken out and put in again; redacted where it stands. */
    private static final class Redacted {
        final RandomHistory history;
        final List<CommittedChange> log = new ArrayList<>();
        final Redaction redaction;

        Redacted(long seed) {
            history = new RandomHistory(seed, 60, 3, 6);
            Random random = new Random(seed);
            long revision = 0;
            int index = 0;
            for (int round = 0; round < 4; round++) {
                int at = random.nextInt(history.head().length());
                type(at, random.nextBoolean());
                String text = RedactionPlan.textOf(history.head().toDelta());
                if (text.contains(SECRET)) {
                    revision = history.changes.size();
                    index = text.indexOf(SECRET);
                    if (random.nextBoolean()) {
                        history.add(
                                history.people.get(1), at(index + 3).insert("x").build());
                        history.add(
                                history.people.get(2), at(index + 3).delete(1).build());
                    }
                    history.add(
                            history.people.get(0),
                            at(index).delete(SECRET.length()).build());
                }
            }
            RedactionPlan plan = new RedactionPlan(SECRET, revision, index);
            history.changes.forEach(plan::add);
            redaction = rewrite(plan);
        }

        private void type(int at, boolean whole) {
            if (whole) {
                history.add(history.people.get(0), at(at).insert(SECRET).build());
                return;
            }
            for (int i = 0; i < SECRET.length(); i++) {
                history.add(
                        history.people.get(i % 2),
                        at(at + i).insert(SECRET.substring(i, i + 1)).build());
            }
        }

        private static DeltaBuilder at(int index) {
            return index == 0 ? Delta.builder() : Delta.builder().retain(index);
        }

        private Redaction rewrite(RedactionPlan plan) {
            List<RedactedChange> hashes = new ArrayList<>();
            ChangeHash before = ChangeHash.GENESIS;
            long units = 0;
            for (CommittedChange change : history.changes) {
                Optional<RedactedOps> ops = plan.rewritten(change);
                CommittedChange now =
                        ops.isEmpty() ? change : with(change, ops.get().delta());
                if (ops.isPresent()) {
                    hashes.add(new RedactedChange(change.revision(), change.hash(), hash(before, now)));
                    units += ops.get().units();
                }
                log.add(now);
                before = change.hash();
            }
            UUID owner = history.people.get(0);
            Redaction made = new Redaction(
                    new UUID(1, 2),
                    history.documentId,
                    log.size() + 1L,
                    owner,
                    Instant.now(),
                    "a secret",
                    units,
                    hashes);
            CommittedChange seal = new CommittedChange(
                    made.revision(),
                    made.seal(),
                    1,
                    owner,
                    log.size(),
                    made.at(),
                    Delta.EMPTY,
                    "[]",
                    ChangeHash.GENESIS);
            log.add(new CommittedChange(
                    seal.revision(),
                    seal.clientId(),
                    1,
                    owner,
                    seal.baseRevision(),
                    seal.at(),
                    Delta.EMPTY,
                    "[]",
                    hash(before, seal)));
            history.changes.add(log.get(log.size() - 1));
            return made;
        }

        private ChangeHash hash(ChangeHash before, CommittedChange change) {
            return HashChain.next(
                    before,
                    history.documentId,
                    change.revision(),
                    change.clientId(),
                    change.seq(),
                    change.userId(),
                    change.baseRevision(),
                    change.at(),
                    change.deltaJson());
        }
    }

    private static CommittedChange with(CommittedChange change, Delta delta) {
        return new CommittedChange(
                change.revision(),
                change.clientId(),
                change.seq(),
                change.userId(),
                change.baseRevision(),
                change.at(),
                delta,
                DeltaJson.write(delta),
                change.hash());
    }

    private static Verdict.Broken broken(Verdict verdict) {
        return (Verdict.Broken) verdict;
    }

    private static Verdict verify(Redacted redacted, List<Redaction> redactions) {
        return HistoryVerifier.verify(
                redacted.history.documentId,
                redacted.log.size(),
                (after, limit) -> redacted.log.stream()
                        .filter(change -> change.revision() > after)
                        .limit(limit)
                        .toList(),
                Optional.empty(),
                redactions);
    }
}
