package org.collab.collaboration.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.collaboration.entity.Snapshot;
import org.collab.ot.RichText;

/**
 * Walks a document's whole history and says from which revision on it is not what was committed: whether revisions are
 * gapless (I1), whether each change's hash covers the one before and the change itself, whether each change fits the
 * document, and whether a snapshot says what the changes say (I3).
 *
 * <p>Whoever can write to the database can compute all hashes anew. Against that helps only a hash that somebody else has
 * noted: the verdict gives the newest one.
 */
public final class HistoryVerifier {
    private static final int READ_AT_ONCE = 2_000;

    private final UUID documentId;
    private final Source source;
    private final Optional<Snapshot> snapshot;
    private final List<Redaction> redactions;
    private final Map<Long, RedactedChange> redacted = new HashMap<>();
    private final Map<Long, Redaction> sealed = new HashMap<>();
    private RichText text = DocumentText.EMPTY;
    private ChangeHash hash = ChangeHash.GENESIS;
    private long held;

    /** Where the changes come from: those after a revision in order, as many as the limit where there are so many. */
    @FunctionalInterface
    public interface Source {
        List<CommittedChange> read(long afterRevision, int limit);
    }

    /** What was found. */
    public sealed interface Verdict {
        /** All of it is as it was committed, but for what these redactions have taken out. */
        record Intact(long head, ChangeHash hash, List<Redaction> redactions) implements Verdict {
            public Intact {
                redactions = List.copyOf(redactions);
            }
        }

        /** From this revision on it is not. */
        record Broken(long revision, String reason) implements Verdict {}
    }

    private HistoryVerifier(UUID documentId, Source source, Optional<Snapshot> snapshot, List<Redaction> redactions) {
        this.documentId = documentId;
        this.source = source;
        this.snapshot = snapshot;
        this.redactions = redactions;
        for (Redaction redaction : redactions) {
            sealed.put(redaction.revision(), redaction);
            redaction.changes().forEach(change -> redacted.put(change.revision(), change)); // the last one counts
        }
    }

    /**
     * Verifies the revisions 1 to {@code head}.
     *
     * @param snapshot what the next opening would start from
     * @param redactions in the order in which they were made
     */
    public static Verdict verify(
            UUID documentId, long head, Source source, Optional<Snapshot> snapshot, List<Redaction> redactions) {
        HistoryVerifier verifier = new HistoryVerifier(documentId, source, snapshot, redactions);
        try {
            return verifier.walk(head);
        } catch (BrokenHistoryException e) {
            return new Verdict.Broken(e.revision(), e.reason());
        } catch (IllegalArgumentException e) {
            return new Verdict.Broken(verifier.held + 1, String.valueOf(e.getMessage()));
        }
    }

    private Verdict walk(long head) {
        while (held < head) {
            List<CommittedChange> page = source.read(held, (int) Math.min(READ_AT_ONCE, head - held));
            if (page.isEmpty()) {
                throw BrokenHistoryException.missing(documentId, held + 1);
            }
            for (CommittedChange change : page) {
                if (change.revision() != held + 1) {
                    throw BrokenHistoryException.missing(documentId, held + 1);
                }
                Optional<String> wrong = wrong(change);
                if (wrong.isPresent()) {
                    return new Verdict.Broken(change.revision(), wrong.get());
                }
                text = text.apply(change.delta());
                hash = change.hash();
                held = change.revision();
                if (snapshot.filter(this::differs).isPresent()) {
                    return new Verdict.Broken(held, "its snapshot says something else");
                }
            }
        }
        if (sealed.keySet().stream().anyMatch(revision -> revision > held)) {
            return new Verdict.Broken(held, "a redaction is bound to a change that is missing");
        }
        return new Verdict.Intact(held, hash, redactions);
    }

    /** A redacted change keeps its place in the chain; what stands there now is what its redaction says. */
    private Optional<String> wrong(CommittedChange change) {
        ChangeHash expected = HashChain.next(hash, documentId, change);
        RedactedChange rewritten = redacted.get(change.revision());
        if (rewritten == null && !expected.equals(change.hash())) {
            return Optional.of("it is not what its hash says");
        }
        if (rewritten != null
                && !(rewritten.replacement().equals(expected)
                        && rewritten.original().equals(change.hash()))) {
            return Optional.of("it is not what its redaction says");
        }
        Redaction redaction = sealed.get(change.revision());
        boolean forged = redaction != null
                && !(redaction.seal().equals(change.clientId())
                        && redaction.authorId().equals(change.userId())
                        && redaction.changes().stream().allMatch(one -> one.revision() < change.revision()));
        return forged ? Optional.of("its redaction is not the one that was committed") : Optional.empty();
    }

    private boolean differs(Snapshot kept) {
        return kept.revision() == held
                && !(kept.text().equals(text) && kept.hash().equals(hash));
    }
}
