package org.collab.collaboration.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.HistoryVerifier;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.control.RedactionTable;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/** Lets everybody who may read a document verify its history. It reads all of it, so only few may run at once. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Verification {
    private static final int MOST_AT_ONCE = 2;

    @Inject
    private AccessControl access;

    @Inject
    private ChangeStore store;

    @Inject
    private RedactionTable redactions;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** @throws CollabException {@code not-found}, or {@code overloaded} where others are verifying */
    public Verdict verify(UUID caller, UUID documentId) {
        access.requireDocument(caller, documentId);
        if (!places.tryAcquire()) {
            throw new CollabException(ErrorCode.OVERLOADED, "other verifications are running; try again later");
        }
        try {
            ChangeStore.Head head = head(documentId);
            Verdict verdict = verify(documentId, head.revision());
            // A redaction that was made meanwhile looks like damage.
            return verdict instanceof Verdict.Broken && head(documentId).epoch() != head.epoch()
                    ? verify(documentId, head(documentId).revision())
                    : verdict;
        } finally {
            places.release();
        }
    }

    private Verdict verify(UUID documentId, long head) {
        return HistoryVerifier.verify(
                documentId,
                head,
                (after, limit) -> store.read(documentId, after, limit),
                store.snapshot(documentId, head),
                redactions.of(documentId));
    }

    private ChangeStore.Head head(UUID documentId) {
        return store.head(documentId).orElseThrow(() -> CollabException.notFound("document"));
    }
}
