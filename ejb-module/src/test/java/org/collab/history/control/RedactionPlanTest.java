package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.collab.ot.RichText;
import org.junit.jupiter.api.Test;

class RedactionPlanTest {
    private static final long SEED = Long.getLong("redaction.seed", System.nanoTime());
    private static final int ROUNDS = 60;
    private static final String SECRET = "PASSWORD";

    @Test
    void no_revision_holds_the_text_any_more_and_nothing_else_has_changed() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RedactedHistory redacted = redacted(seed);
            RichText before = RichText.empty();
            RichText after = RichText.empty();
            for (int i = 0; i < redacted.history.changes.size(); i++) {
                before = before.apply(redacted.history.changes.get(i).delta());
                after = after.apply(redacted.log.get(i).delta());
                String was = textOf(before);
                String is = textOf(after);
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
            RedactedHistory redacted = redacted(seed);
            Verdict verdict = redacted.verify(List.of(redacted.redaction));
            assertThat(verdict).as("seed %d", seed).isInstanceOf(Verdict.Intact.class);
            assertThat(((Verdict.Intact) verdict).redactions()).containsExactly(redacted.redaction);
        }
    }

    @Test
    void a_redaction_that_is_missing_or_forged_is_found() {
        RedactedHistory redacted = redacted(SEED);
        assertThat(broken(redacted.verify(List.of())).reason()).contains("hash");
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
        assertThat(broken(redacted.verify(List.of(lie))).revision()).isEqualTo(real.revision());
        List<RedactedChange> fewer = real.changes().subList(1, real.changes().size());
        Redaction less = new Redaction(
                real.id(), real.documentId(), real.revision(), real.authorId(), real.at(), real.reason(), 1, fewer);
        assertThat(broken(redacted.verify(List.of(less))).revision())
                .isEqualTo(real.changes().get(0).revision());
    }

    @Test
    void a_redacted_change_that_is_altered_again_is_found() {
        RedactedHistory redacted = redacted(SEED);
        long revision = redacted.redaction.changes().get(0).revision();
        CommittedChange change = redacted.log.get((int) revision - 1);
        Delta bold = Delta.builder().retain(1, Map.of("bold", true)).build();
        redacted.log.set((int) revision - 1, change.withDelta(change.delta().concat(bold)));
        assertThat(broken(redacted.verify(List.of(redacted.redaction))).revision())
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
        RedactedHistory redacted = new RedactedHistory(history, RedactedHistory.target(history, 1, 0, SECRET.length()));
        assertThat(redacted.redacting.revisions()).containsExactly(1L, 2L);
        assertThat(redacted.log.get(1).deltaJson())
                .isEqualTo("[{\"attributes\":{\"link\":\"https://example.com/?████████\"},\"retain\":3}]");
    }

    @Test
    void short_texts_are_taken_out_where_they_were_selected_only() {
        RandomHistory history = new RandomHistory(1, 0, 1, 1);
        history.add(history.people.get(0), Delta.builder().insert("a b a b").build());
        assertThat(RedactedHistory.without(history, 0, 3).log.get(0).deltaJson())
                .isEqualTo("[{\"insert\":\"███ a b\"}]");
    }

    @Test
    void texts_between_embeds_are_looked_for_each_and_formats_keep_their_values() {
        RandomHistory history = new RandomHistory(1, 0, 1, 1);
        UUID ana = history.people.get(0);
        history.add(
                ana,
                Delta.builder()
                        .insert("bullet")
                        .embed("divider", true)
                        .insert("SECOND")
                        .build());
        history.add(
                ana,
                Delta.builder()
                        .insert("\n", Map.of("list", "bullet"))
                        .insert("SECOND, bullet")
                        .build());
        RedactedHistory redacted = RedactedHistory.without(history, 15, 28);
        assertThat(redacted.log.get(1).deltaJson())
                .isEqualTo(
                        "[{\"attributes\":{\"list\":\"bullet\"},\"insert\":\"\\n\"},{\"insert\":\"██████, ██████\"}]");
    }

    /** A random history in which the secret is typed, pasted, taken out and put in again; redacted where it stands. */
    private static RedactedHistory redacted(long seed) {
        RandomHistory history = new RandomHistory(seed, 60, 3, 6);
        Random random = new Random(seed);
        int revision = 0;
        int index = 0;
        for (int round = 0; round < 4; round++) {
            type(history, random.nextInt(history.head().length()), random.nextBoolean());
            String text = textOf(history.head());
            if (text.contains(SECRET)) {
                revision = history.changes.size();
                index = text.indexOf(SECRET);
                if (random.nextBoolean()) {
                    history.add(history.people.get(1), at(index + 3).insert("x").build());
                    history.add(history.people.get(2), at(index + 3).delete(1).build());
                }
                history.add(
                        history.people.get(0), at(index).delete(SECRET.length()).build());
            }
        }
        return new RedactedHistory(history, RedactedHistory.target(history, revision, index, index + SECRET.length()));
    }

    private static void type(RandomHistory history, int at, boolean whole) {
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
        return Delta.builder().retain(index);
    }

    private static String textOf(RichText document) {
        StringBuilder text = new StringBuilder();
        document.toDelta().ops().forEach(op -> text.append(((Op.Insert) op).text()));
        return text.toString();
    }

    private static Verdict.Broken broken(Verdict verdict) {
        return (Verdict.Broken) verdict;
    }
}
