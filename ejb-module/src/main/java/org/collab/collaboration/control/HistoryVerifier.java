package org.collab.collaboration.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
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
        /** All of it is as it was committed. */
        record Intact(long head, ChangeHash hash) implements Verdict {}

        /** From this revision on it is not. */
        record Broken(long revision, String reason) implements Verdict {}
    }

    private HistoryVerifier(UUID documentId, Source source, Optional<Snapshot> snapshot) {
        this.documentId = documentId;
        this.source = source;
        this.snapshot = snapshot;
    }

    /**
     * Verifies the revisions 1 to {@code head}.
     *
     * @param snapshot what the next opening would start from
     */
    public static Verdict verify(UUID documentId, long head, Source source, Optional<Snapshot> snapshot) {
        HistoryVerifier verifier = new HistoryVerifier(documentId, source, snapshot);
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
                if (!expectedHash(change).equals(change.hash())) {
                    return new Verdict.Broken(change.revision(), "it is not what its hash says");
                }
                text = text.apply(change.delta());
                hash = change.hash();
                held = change.revision();
                if (snapshot.filter(this::differs).isPresent()) {
                    return new Verdict.Broken(held, "its snapshot says something else");
                }
            }
        }
        return new Verdict.Intact(held, hash);
    }

    private boolean differs(Snapshot kept) {
        return kept.revision() == held
                && !(kept.text().equals(text) && kept.hash().equals(hash));
    }

    private ChangeHash expectedHash(CommittedChange change) {
        return HashChain.next(
                hash,
                documentId,
                change.revision(),
                change.clientId(),
                change.seq(),
                change.userId(),
                change.baseRevision(),
                change.at(),
                change.deltaJson());
    }
}
