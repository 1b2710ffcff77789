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

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** @throws CollabException {@code not-found}, or {@code overloaded} where others are verifying */
    public Verdict verify(UUID caller, UUID documentId) {
        access.requireDocument(caller, documentId);
        if (!places.tryAcquire()) {
            throw new CollabException(ErrorCode.OVERLOADED, "other verifications are running; try again later");
        }
        try {
            long head = store.head(documentId)
                    .orElseThrow(() -> CollabException.notFound("document"))
                    .revision();
            return HistoryVerifier.verify(
                    documentId,
                    head,
                    (after, limit) -> store.read(documentId, after, limit),
                    store.snapshot(documentId, head));
        } finally {
            places.release();
        }
    }
}
