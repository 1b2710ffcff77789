package org.collab.collaboration.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;

/**
 * Where changes are kept for good. Each call is one transaction; a call that throws may or may not have happened, and
 * the caller has to look before it goes on.
 */
public interface ChangeStore {
    /** A document's newest revision and the epoch of its history; empty where there is no such document. */
    Optional<Head> head(UUID documentId);

    /** The newest revisions of many documents; those that are deleted are left out. */
    Map<UUID, Long> heads(Collection<UUID> documentIds);

    /** The changes after a revision in order, at most {@code limit}. */
    List<CommittedChange> read(UUID documentId, long afterRevision, int limit);

    /** The change that a submission became, if it was committed. */
    Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq);

    /** The highest committed seq of a client in a document; 0 for none. */
    long acknowledged(UUID documentId, UUID clientId);

    /** Commits changes that continue the history at {@code expectedHead}: all of them or none. */
    AppendResult append(UUID documentId, long expectedHead, List<CommittedChange> changes);

    record Head(long revision, long epoch) {}
}
