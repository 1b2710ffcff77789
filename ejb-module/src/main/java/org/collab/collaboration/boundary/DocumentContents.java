package org.collab.collaboration.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.Revisions;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;

/**
 * Contents and changes for callers without a WebSocket. Every call names the caller and is authorized here. Calls wait,
 * up to {@link #PATIENCE}, for what the document's mailbox answers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentContents {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private AccessControl access;

    @Inject
    private LiveDocuments liveDocuments;

    @Inject
    private ChangeStore store;

    @Inject
    private ToldRejections toldRejections;

    /** The contents at a revision. */
    public record At(long revision, Delta contents) {}

    public At atHead(UUID caller, UUID documentId) {
        access.requireDocument(caller, documentId);
        ReadResult result = await(liveDocuments.read(documentId), ErrorCode.OVERLOADED);
        if (result instanceof ReadResult.Found found) {
            return new At(found.revision(), found.contents());
        } else if (result instanceof ReadResult.Overloaded overloaded) {
            throw new CollabException(ErrorCode.OVERLOADED, overloaded.message());
        }
        throw CollabException.notFound("document");
    }

    /** @throws CollabException {@code revision-ahead} where the document has not come that far */
    public At at(UUID caller, UUID documentId, long revision) {
        access.requireHistory(caller, documentId);
        long head = headOf(documentId);
        if (revision > head) {
            throw new CollabException(ErrorCode.REVISION_AHEAD, "revision " + revision + " is ahead of head " + head);
        }
        return new At(revision, Revisions.textAt(store, documentId, revision).toDelta());
    }

    public List<CommittedChange> changes(UUID caller, UUID documentId, long after, int limit) {
        access.requireHistory(caller, documentId);
        return store.read(documentId, after, limit);
    }

    public long head(UUID caller, UUID documentId) {
        access.requireDocument(caller, documentId);
        return headOf(documentId);
    }

    /**
     * Commits its writer's edit among the live ones; the same (clientId, seq) again gets the same revision.
     *
     * @return the revision that the edit became
     */
    public long submit(UUID documentId, Submission submission) {
        access.requireDocumentEditor(submission.authorId(), documentId);
        SubmitResult result =
                await(liveDocuments.submit(documentId, toldRejections.renewed(submission)), ErrorCode.COMMIT_PENDING);
        if (result instanceof SubmitResult.Accepted accepted) {
            return accepted.revision();
        } else if (result instanceof SubmitResult.AlreadyCommitted already) {
            return already.original().revision();
        }
        SubmitResult.Rejected rejected = (SubmitResult.Rejected) result;
        toldRejections.add(submission);
        throw new CollabException(rejected.code(), rejected.message());
    }

    private long headOf(UUID documentId) {
        return store.head(documentId)
                .orElseThrow(() -> CollabException.notFound("document"))
                .revision();
    }

    private static <T> T await(CompletableFuture<T> answer, ErrorCode late) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CollabException(late, "no answer yet; the same request may be repeated");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollabException(late, "this node is shutting down; the same request may be repeated");
        } catch (ExecutionException e) {
            throw new IllegalStateException("mailboxes answer without exceptions", e);
        }
    }
}
