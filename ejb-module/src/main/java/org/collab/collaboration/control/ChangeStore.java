package org.collab.collaboration.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;

/**
 * Where changes are kept for good. Each call is one transaction; a call that throws may or may not have happened, and
 * the caller has to look before it goes on.
 */
public interface ChangeStore {
    /** A document's newest revision and the epoch of its history; empty where there is no such document. */
    Optional<Head> head(UUID documentId);

    /** The newest revisions of many documents, and their epochs; those that are deleted are left out. */
    Map<UUID, Head> heads(Collection<UUID> documentIds);

    /** The changes after a revision in order, at most {@code limit}. */
    List<CommittedChange> read(UUID documentId, long afterRevision, int limit);

    /** The change that a submission became, if it was committed. */
    Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq);

    /** The highest committed seq of a client in a document; 0 for none. */
    long acknowledged(UUID documentId, UUID clientId);

    /** The same of many clients, and how far the document was then. */
    default Acknowledged acknowledged(UUID documentId, Set<UUID> clientIds) {
        Map<UUID, Long> highest =
                clientIds.stream().collect(Collectors.toMap(id -> id, id -> acknowledged(documentId, id)));
        return new Acknowledged(highest, head(documentId).map(Head::revision).orElse(0L));
    }

    /**
     * Commits changes that continue the history at {@code expectedHead}: all of them or none.
     */
    AppendResult append(UUID documentId, long expectedHead, Batch batch);

    /**
     * Uses a client's numbers up to this one up: no append takes them any more, from whatever node still holds one.
     *
     * @return false where this very submission is committed already
     */
    boolean giveUp(UUID documentId, UUID clientId, long seq);

    /** The newest intact snapshot at or before a revision; empty where there is none. */
    Optional<Snapshot> snapshot(UUID documentId, long atMost);

    /**
     * Keeps a snapshot of what is committed. Keeping it again changes nothing; older ones may go.
     *
     * @param epoch of the history that the snapshot was read from; where the document's is another one by now, nothing is
     *     kept
     */
    void keep(UUID documentId, Snapshot snapshot, long epoch);

    record Head(long revision, long epoch) {}

    /**
     * @param highest the highest committed seq of each client; those that have committed nothing may be left out
     * @param head the document's newest revision: none of them was committed later; 0 where there is no document
     */
    record Acknowledged(Map<UUID, Long> highest, long head) {
        public Acknowledged {
            highest = Map.copyOf(highest);
        }
    }
}
