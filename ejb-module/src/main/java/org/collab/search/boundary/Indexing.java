package org.collab.search.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.collab.collaboration.boundary.CommitListeners;
import org.collab.collaboration.boundary.CommittedText;
import org.collab.collaboration.boundary.ServerThreads;
import org.collab.document.boundary.DocumentTitled;
import org.collab.history.control.HistoryRedacted;
import org.collab.search.control.TextIndex;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the search index up to date, beside the edits' way. Titles go in with the transaction that gives them. A text
 * goes in a little after the document has changed, by the node that committed the change; while somebody goes on typing,
 * again and again. What a node that died has left undone shows in the index, and any node does it at its next look.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Indexing {
    private static final Logger LOG = System.getLogger(Indexing.class.getName());
    /** Few documents at a time, so that edits do not wait behind many. */
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** What a turn may take after which nothing more is begun. */
    private static final Duration TURN = Duration.ofMillis(5);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Between two times that a document is indexed which is being written in. */
    private static final Duration REST = Duration.ofSeconds(5);

    /**
     * A document that takes long to index is indexed less often: this share of the time at most goes into it; and about as
     * much into many documents together, since edits want the same core.
     */
    private static final int SHARE = 20;

    /** After a turn, however long it was: a document that takes long must not keep the others waiting. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private static final int DOCUMENTS_AT_ONCE = 200;

    @Inject
    private TextIndex index;

    @Inject
    private CommittedText texts;

    @Inject
    private CommitListeners commits;

    @Inject
    private ServerThreads threads;

    @Inject
    @ConfigProperty(name = "collab.search.catch-up-every", defaultValue = "PT30S")
    private Duration catchUpEvery;

    private final Map<UUID, Instant> due = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> notBefore = new ConcurrentHashMap<>();
    private Instant nextCatchUp = Instant.MIN;
    private Instant nextTurn = Instant.MIN;
    private Optional<Future<?>> work = Optional.empty();

    @PostConstruct
    void start() {
        commits.add(head -> due.putIfAbsent(head.documentId(), Instant.now().plus(PAUSE)));
        work = Optional.of(threads.repeat(INTERVAL, this::run));
    }

    @PreDestroy
    void stop() {
        work.ifPresent(future -> future.cancel(false));
    }

    /** Within the transaction that gives the title. */
    public void titled(@Observes DocumentTitled event) {
        index.putTitle(event.documentId(), event.title());
    }

    /** Within the transaction that takes text out of a document. */
    public void redacted(@Observes HistoryRedacted event) {
        index.forget(event.documentId(), event.revision());
        due.put(event.documentId(), Instant.now().plus(PAUSE));
    }

    private void run() {
        Instant now = Instant.now();
        if (now.isAfter(nextCatchUp)) {
            catchUp();
            nextCatchUp = Instant.now().plus(catchUpEvery);
        }
        if (now.isAfter(nextTurn)) {
            takeTurn(now);
            Instant end = Instant.now();
            nextTurn = end.plus(Collections.min(List.of(resting(now, end), LONGEST_PAUSE)));
        }
    }

    private void takeTurn(Instant now) {
        notBefore.values().removeIf(now::isAfter);
        Instant end = now.plus(TURN);
        for (Iterator<Map.Entry<UUID, Instant>> notes = due.entrySet().iterator();
                notes.hasNext() && Instant.now().isBefore(end); ) {
            Map.Entry<UUID, Instant> note = notes.next();
            if (now.isAfter(note.getValue()) && !notBefore.containsKey(note.getKey())) {
                notes.remove(); // before the text is read: what comes meanwhile is noted anew
                put(note.getKey());
            }
        }
    }

    private void catchUp() {
        try {
            index.behind(DOCUMENTS_AT_ONCE).forEach(id -> due.putIfAbsent(id, Instant.now()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the search index could not be compared; next try in " + catchUpEvery, e);
        }
    }

    private void put(UUID documentId) {
        Instant start = Instant.now();
        try {
            texts.atHead(documentId).ifPresent(text -> index.putText(documentId, text.revision(), text.contents()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "document " + documentId + " is not in the search index yet", e);
        }
        Instant end = Instant.now();
        notBefore.put(documentId, end.plus(Collections.max(List.of(resting(start, end), REST))));
    }

    /** How long to rest after work, so that it takes its share of the time. */
    private static Duration resting(Instant start, Instant end) {
        return Duration.between(start, end).multipliedBy(SHARE);
    }
}
