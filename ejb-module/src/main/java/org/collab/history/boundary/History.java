package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.Revisions;
import org.collab.collaboration.entity.DocumentText;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.control.Authors;
import org.collab.history.control.Authorship;
import org.collab.history.control.DifferenceFold;
import org.collab.history.control.HistoryIndex;
import org.collab.history.control.SessionTable;
import org.collab.history.control.SessionTable.Wanted;
import org.collab.history.entity.Author;
import org.collab.history.entity.Difference;
import org.collab.history.entity.NamedVersion;
import org.collab.history.entity.Stretch;
import org.collab.history.entity.Timeline;
import org.collab.history.entity.WorkSession;
import org.collab.ot.Delta;

/** What has happened in a document, for those who may see it. Every call names the caller and is authorized here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class History {
    /** Changes that are folded for one question; a longer difference compares the two contents. */
    private static final long MOST_FOLDED = 20_000;

    /** Changes that one question takes into the index; what is left is taken in beside. */
    private static final long MOST_INDEXED = 20_000;

    @Inject
    private AccessControl access;

    @Inject
    private ChangeStore store;

    @Inject
    private HistoryIndex index;

    @Inject
    private SessionTable sessions;

    @Inject
    private NamedVersions versions;

    @Inject
    private Authors authors;

    @Inject
    private HistoryIndexing indexing;

    /** Who wrote what at a revision. */
    public record AuthorsAt(long revision, List<Stretch> stretches, List<Author> people) {}

    /** A difference with the names of those who made it. */
    public record Told(Difference difference, List<Author> people) {}

    /** @throws CollabException {@code overloaded} where a long history is still being looked through */
    public Timeline timeline(UUID caller, UUID documentId, Wanted wanted) {
        access.requireHistory(caller, documentId);
        if (index.extend(documentId, MOST_INDEXED) > 0) {
            indexing.extend(documentId);
            throw new CollabException(ErrorCode.OVERLOADED, "this history is being prepared; try again in a moment");
        }
        long head = headOf(documentId);
        List<WorkSession> found = sessions.page(documentId, wanted);
        List<Timeline.Entry> entries = entries(documentId, found);
        OptionalLong next = found.size() < wanted.limit()
                ? OptionalLong.empty()
                : OptionalLong.of(found.get(found.size() - 1).firstRevision());
        return new Timeline(
                head, entries, sessions.count(documentId, wanted), next, authors.of(sessions.people(documentId)));
    }

    private List<Timeline.Entry> entries(UUID documentId, List<WorkSession> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<NamedVersion> named = versions.between(
                documentId,
                found.get(found.size() - 1).firstRevision(),
                found.get(0).lastRevision());
        List<Timeline.Entry> entries = new ArrayList<>();
        for (WorkSession session : found) {
            entries.add(new Timeline.Entry(
                    session,
                    named.stream()
                            .filter(version -> version.revision() >= session.firstRevision()
                                    && version.revision() <= session.lastRevision())
                            .toList()));
        }
        return entries;
    }

    /**
     * What has changed from a revision to a later one.
     *
     * @throws CollabException {@code revision-ahead}, or {@code validation-failed} where {@code to} is before {@code from}
     */
    public Told difference(UUID caller, UUID documentId, long from, long to) {
        access.requireHistory(caller, documentId);
        requireCommitted(documentId, to);
        if (to < from) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "to must not be before from, was " + to);
        }
        Difference difference =
                to - from <= MOST_FOLDED ? folded(documentId, from, to) : compared(documentId, from, to);
        List<UUID> people = difference.passages().stream()
                .flatMap(passage -> passage.userId().stream())
                .distinct()
                .toList();
        return new Told(difference, authors.of(people));
    }

    private Difference folded(UUID documentId, long from, long to) {
        DifferenceFold fold = new DifferenceFold(textAt(documentId, from), DocumentText.EMBEDS);
        index.read(documentId, from, to).forEach(fold::add);
        return new Difference(from, to, true, fold.passages());
    }

    private Difference compared(UUID documentId, long from, long to) {
        Delta before = textAt(documentId, from);
        DifferenceFold fold = new DifferenceFold(before, DocumentText.EMBEDS);
        fold.add(before.diff(textAt(documentId, to)));
        return new Difference(
                from, to, false, fold.passages(index.authorsAt(documentId, to).stretches()));
    }

    /** Who wrote what at a revision, at the head where none is given. */
    public AuthorsAt authorship(UUID caller, UUID documentId, Optional<Long> revision) {
        access.requireHistory(caller, documentId);
        long at = revision.orElseGet(() -> headOf(documentId));
        requireCommitted(documentId, at);
        List<Stretch> stretches = index.authorsAt(documentId, at).stretches();
        List<UUID> people = Stream.of(stretches)
                .flatMap(List::stream)
                .map(Stretch::userId)
                .filter(id -> !id.equals(Authorship.NOBODY))
                .distinct()
                .toList();
        return new AuthorsAt(at, stretches, authors.of(people));
    }

    private Delta textAt(UUID documentId, long revision) {
        return Revisions.textAt(store, documentId, revision).toDelta();
    }

    private void requireCommitted(UUID documentId, long revision) {
        long head = headOf(documentId);
        if (revision > head) {
            throw new CollabException(ErrorCode.REVISION_AHEAD, "revision " + revision + " is ahead of head " + head);
        }
    }

    private long headOf(UUID documentId) {
        return store.head(documentId)
                .orElseThrow(() -> CollabException.notFound("document"))
                .revision();
    }
}
