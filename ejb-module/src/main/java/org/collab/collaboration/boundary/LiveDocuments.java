package org.collab.collaboration.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.LiveDocument;
import org.collab.collaboration.control.LiveDocument.CommittedHead;
import org.collab.collaboration.control.LiveEvent;
import org.collab.collaboration.control.Participant;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;

/**
 * The documents that are open on this node. Callers have been authorized; the right to write is checked once more at
 * each commit. No call blocks: the work happens in the documents' mailboxes.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveDocuments {
    private static final Logger LOG = System.getLogger(LiveDocuments.class.getName());

    @Inject
    private ChangeStore store;

    @Inject
    private Event<CommittedHead> committed;

    @Inject
    private ServerThreads threads;

    private final Map<UUID, LiveDocument> open = new ConcurrentHashMap<>();
    private Optional<Future<?>> upkeep = Optional.empty();

    @PostConstruct
    void start() {
        upkeep = Optional.of(threads.repeat(Duration.ofSeconds(1), this::keepUp));
    }

    @PreDestroy
    void stop() {
        upkeep.ifPresent(future -> future.cancel(false));
    }

    public void join(UUID documentId, Participant participant, Hello hello) {
        post(documentId, new LiveEvent.Join(participant, hello));
    }

    public void leave(UUID documentId, Participant participant) {
        postIfOpen(documentId, new LiveEvent.Leave(participant));
    }

    /** @param answer called once, on a thread of the server, when the log says what became of the submission */
    public void submit(UUID documentId, Submission submission, Consumer<SubmitResult> answer) {
        post(documentId, new LiveEvent.Submit(submission, answer));
    }

    public CompletableFuture<SubmitResult> submit(UUID documentId, Submission submission) {
        CompletableFuture<SubmitResult> result = new CompletableFuture<>();
        submit(documentId, submission, result::complete);
        return result;
    }

    /** The contents at the newest committed revision. */
    public CompletableFuture<ReadResult> read(UUID documentId) {
        CompletableFuture<ReadResult> result = new CompletableFuture<>();
        post(documentId, new LiveEvent.Read(result::complete));
        return result;
    }

    public void moveCursor(UUID documentId, Participant participant, long revision, Optional<CursorRange> range) {
        postIfOpen(documentId, new LiveEvent.MoveCursor(participant, revision, range));
    }

    public void compareHash(UUID documentId, Participant participant, long revision, String hash) {
        postIfOpen(documentId, new LiveEvent.CompareHash(participant, revision, hash));
    }

    /** Somebody says that a document has moved on; it is believed only after a look into the log. */
    public void hint(UUID documentId, long head) {
        LiveDocument document = open.get(documentId);
        if (document != null && head > document.head()) {
            document.post(new LiveEvent.HeadHint(head));
        }
    }

    private void post(UUID documentId, LiveEvent event) {
        while (!open.computeIfAbsent(documentId, this::create).post(event)) {
            Thread.onSpinWait(); // it has just retired and is about to leave the map
        }
    }

    private void postIfOpen(UUID documentId, LiveEvent event) {
        LiveDocument document = open.get(documentId);
        if (document != null) {
            document.post(event);
        }
    }

    private LiveDocument create(UUID documentId) {
        return new LiveDocument(documentId, store, Clock.systemUTC(), threads, committed::fire);
    }

    private void follow(List<UUID> documentIds, Map<UUID, Long> heads) {
        heads.forEach(this::hint);
        documentIds.stream()
                .filter(id -> !heads.containsKey(id))
                .forEach(id -> postIfOpen(id, new LiveEvent.Deleted()));
    }

    /** Every second: ends documents that nobody is in, and looks for changes and deletions that others have committed. */
    private void keepUp() {
        try {
            open.forEach((id, document) -> {
                if (document.retireIfDeserted()) {
                    open.remove(id, document);
                }
            });
            List<UUID> documentIds = List.copyOf(open.keySet());
            if (!documentIds.isEmpty()) {
                follow(documentIds, store.heads(documentIds));
            }
        } catch (StoreUnavailableException e) {
            LOG.log(Level.WARNING, "the heads of open documents could not be read", e);
        }
    }
}
