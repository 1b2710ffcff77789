package org.collab.collaboration.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.Revisions;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.entity.ReadResult;

/** Committed contents, for features that work on nobody's behalf and show them to nobody. */
@ApplicationScoped
public class CommittedText {
    private static final int PATIENCE_SECONDS = 10;

    @Inject
    private LiveDocuments live;

    @Inject
    private ChangeStore store;

    /**
     * The newest there are, or where the document is open here, the newest that this node knows. Empty where there is no
     * such document any more.
     */
    public Optional<DocumentContents.At> atHead(UUID documentId) {
        if (live.isOpen(documentId)) {
            return fromMemory(documentId);
        }
        return store.head(documentId)
                .map(ChangeStore.Head::revision)
                .map(head -> new DocumentContents.At(
                        head, Revisions.textAt(store, documentId, head).toDelta()));
    }

    private Optional<DocumentContents.At> fromMemory(UUID documentId) {
        try {
            ReadResult result = live.readKnown(documentId).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return result instanceof ReadResult.Found found
                    ? Optional.of(new DocumentContents.At(found.revision(), found.contents()))
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            throw new StoreUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
    }
}
