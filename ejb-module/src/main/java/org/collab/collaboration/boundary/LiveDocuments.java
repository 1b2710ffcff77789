package org.collab.collaboration.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.ChangeStore.Head;
import org.collab.collaboration.control.LiveDocument;
import org.collab.collaboration.control.LiveEvent;
import org.collab.collaboration.control.OpenDocuments;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.control.Telemetry;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Seated;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private CommitListeners listeners;

    @Inject
    private ServerThreads threads;

    @Inject
    private AccessControl access;

    @Inject
    private Telemetry telemetry;

    @Inject
    @ConfigProperty(name = "collab.documents.most-open", defaultValue = "5000")
    private int mostOpen;

    private OpenDocuments open;
    private Optional<Future<?>> upkeep = Optional.empty();

    @PostConstruct
    void start() {
        open = new OpenDocuments(mostOpen, this::create);
        upkeep = Optional.of(threads.repeat(Duration.ofSeconds(1), this::keepUp));
    }

    @PreDestroy
    void stop() {
        upkeep.ifPresent(future -> future.cancel(false));
    }

    /** For connections, whose every edit and caret passes there. */
    public OpenDocuments open() {
        return open;
    }

    public CompletableFuture<SubmitResult> submit(UUID documentId, Submission submission) {
        CompletableFuture<SubmitResult> result = new CompletableFuture<>();
        open.submit(documentId, submission, result::complete);
        return result;
    }

    /** The contents at the newest committed revision. */
    public CompletableFuture<ReadResult> read(UUID documentId) {
        return read(documentId, true);
    }

    /** The contents at the newest revision that this node knows; what others commit, it knows within a second or two. */
    public CompletableFuture<ReadResult> readKnown(UUID documentId) {
        return read(documentId, false);
    }

    private CompletableFuture<ReadResult> read(UUID documentId, boolean newest) {
        CompletableFuture<ReadResult> result = new CompletableFuture<>();
        open.read(documentId, newest, result::complete);
        return result;
    }

    /** Somebody says that a document has moved on; it is believed only after a look into the log. */
    public void hint(UUID documentId, long head) {
        open.get(documentId)
                .filter(document -> head > document.head())
                .ifPresent(document -> document.post(new LiveEvent.HeadHint(head)));
    }

    /** Another node says that it has committed these changes; a document that is not open here has no use for them. */
    public void relayed(UUID documentId, long epoch, List<CommittedChange> changes) {
        open.postIfOpen(documentId, new LiveEvent.Relayed(epoch, changes));
    }

    /** Another node says who is in a document there. */
    public void neighbours(UUID documentId, UUID nodeId, List<Seated> seated) {
        open.postIfOpen(documentId, new LiveEvent.Neighbours(nodeId, seated));
    }

    /** Who is in the open documents on this node, by document; those without anybody are left out. */
    public Map<UUID, List<Seated>> seated() {
        Map<UUID, List<Seated>> seated = new HashMap<>();
        open.forEach((id, document) -> {
            if (!document.seated().isEmpty()) {
                seated.put(id, document.seated());
            }
        });
        return seated;
    }

    /** Who is in a document now, on whatever node, each user once, in the order in which they came. */
    public List<Person> present(UUID documentId) {
        Map<UUID, Person> users = new LinkedHashMap<>();
        List<Person> people = open.get(documentId).map(LiveDocument::people).orElse(List.of());
        people.forEach(person -> users.putIfAbsent(person.userId(), person));
        return List.copyOf(users.values());
    }

    /** Whether the document is in memory. */
    public boolean isOpen(UUID documentId) {
        return open.get(documentId).isPresent();
    }

    /** A document's history has been rewritten: what is in memory of it is read anew. */
    public void rewritten(UUID documentId) {
        if (isOpen(documentId)) {
            store.head(documentId).ifPresent(head -> rewritten(documentId, head.epoch()));
        }
    }

    private void rewritten(UUID documentId, long epoch) {
        open.get(documentId)
                .filter(document -> document.epoch() != 0 && document.epoch() != epoch)
                .ifPresent(document -> document.post(new LiveEvent.Rewritten(epoch)));
    }

    /** How many documents are in memory. */
    public int count() {
        return open.count();
    }

    /** How many events and submissions wait in all of them. */
    public int waiting() {
        AtomicInteger waiting = new AtomicInteger();
        open.forEach((id, document) -> waiting.addAndGet(document.waiting()));
        return waiting.get();
    }

    private LiveDocument create(UUID documentId) {
        return new LiveDocument(documentId, store, Clock.systemUTC(), threads, listeners::tell, telemetry);
    }

    private void follow(Set<UUID> documentIds, Map<UUID, Head> heads) {
        heads.forEach((id, head) -> {
            rewritten(id, head.epoch());
            hint(id, head.revision());
        });
        documentIds.stream()
                .filter(id -> !heads.containsKey(id))
                .forEach(id -> open.postIfOpen(id, new LiveEvent.Deleted()));
    }

    /**
     * Tells the documents whose connected users have other roles now than they were told (L4), or have signed out.
     */
    private void followAccess() {
        Map<UUID, Map<UUID, Role>> told = new HashMap<>();
        Set<Writer> writers = new HashSet<>();
        open.forEach((id, document) -> {
            told.put(id, document.roles());
            writers.addAll(document.writers());
        });
        told.values().removeIf(Map::isEmpty);
        if (told.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> users = new HashMap<>();
        told.forEach((id, roles) -> users.put(id, roles.keySet()));
        Map<UUID, Map<UUID, Role>> now = access.rolesOnDocuments(users);
        writers.removeAll(access.signedIn(writers));
        told.forEach((id, roles) -> {
            Map<UUID, Optional<Role>> changed = new HashMap<>();
            roles.forEach((user, role) -> {
                Optional<Role> current =
                        Optional.ofNullable(now.getOrDefault(id, Map.of()).get(user));
                if (!current.equals(Optional.of(role))) {
                    changed.put(user, current);
                }
            });
            if (!changed.isEmpty() || !writers.isEmpty()) {
                open.postIfOpen(id, new LiveEvent.Access(changed, writers));
            }
        });
    }

    /**
     * Every second: ends documents that nobody is in, and looks for changes, deletions and new roles that others have
     * committed.
     */
    private void keepUp() {
        try {
            open.retireDeserted();
            Set<UUID> documentIds = open.ids();
            if (!documentIds.isEmpty()) {
                follow(documentIds, store.heads(documentIds));
                followAccess();
            }
        } catch (StoreUnavailableException | EJBException e) {
            LOG.log(Level.WARNING, "the heads of open documents could not be read", e);
        }
    }
}
