package org.collab.history.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.control.HistoryVerifier;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.history.entity.RedactionTarget;
import org.collab.ot.Delta;
import org.collab.ot.RichText;

/** A history, and the same one after something was taken out of it: what stands in the log then, and its redaction. */
final class RedactedHistory {
    final RandomHistory history;
    final Redacting redacting;
    final List<CommittedChange> log = new ArrayList<>();
    final Redaction redaction;

    RedactedHistory(RandomHistory history, RedactionTarget target) {
        this.history = history;
        RedactionPlan plan = new RedactionPlan(target);
        history.changes.forEach(plan::add);
        redacting = plan.redacting();
        redaction = rewrite();
    }

    /** Takes out what stands there now. */
    static RedactedHistory without(RandomHistory history, int from, int to) {
        return new RedactedHistory(history, target(history, history.changes.size(), from, to));
    }

    static RedactionTarget target(RandomHistory history, int revision, int from, int to) {
        return new RedactionTarget(revision, from, history.texts.get(revision).slice(from, to));
    }

    private Redaction rewrite() {
        List<RedactedChange> hashes = new ArrayList<>();
        ChangeHash before = ChangeHash.GENESIS;
        long units = 0;
        for (CommittedChange change : history.changes) {
            Optional<RedactedOps> ops = redacting.rewritten(change);
            CommittedChange now =
                    ops.map(found -> change.withDelta(found.delta())).orElse(change);
            if (ops.isPresent()) {
                hashes.add(new RedactedChange(
                        change.revision(), change.hash(), HashChain.next(before, history.documentId, now)));
                units += ops.get().units();
            }
            log.add(now);
            before = change.hash();
        }
        UUID owner = history.people.get(0);
        Redaction made = new Redaction(
                new UUID(1, 2), history.documentId, log.size() + 1L, owner, Instant.now(), "a secret", units, hashes);
        CommittedChange seal = new CommittedChange(
                made.revision(), made.seal(), 1, owner, log.size(), made.at(), Delta.EMPTY, "[]", ChangeHash.GENESIS);
        log.add(seal.withHash(HashChain.next(before, history.documentId, seal)));
        return made;
    }

    /** The document at each revision from 0 on, as the log makes it now. */
    List<RichText> texts() {
        List<RichText> texts = new ArrayList<>(List.of(DocumentText.EMPTY));
        log.forEach(change -> texts.add(texts.get(texts.size() - 1).apply(change.delta())));
        return texts;
    }

    Verdict verify(List<Redaction> redactions) {
        return HistoryVerifier.verify(
                history.documentId,
                log.size(),
                (after, limit) -> log.stream()
                        .filter(change -> change.revision() > after)
                        .limit(limit)
                        .toList(),
                Optional.empty(),
                redactions);
    }
}
