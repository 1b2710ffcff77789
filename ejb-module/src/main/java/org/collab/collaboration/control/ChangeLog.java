package org.collab.collaboration.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.entity.Change;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.error.CollabException;
import org.collab.persistence.entity.IdArray;
import org.collab.persistence.entity.Row;

/**
 * The only class on the change table. Each call is a transaction of its own; when {@link #append} has returned, the
 * changes are committed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChangeLog {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ChunkTable chunks;

    @Inject
    private SnapshotTable snapshots;

    @Inject
    private RedactionTable redactions;

    @Resource
    private SessionContext transaction;

    public Optional<ChangeStore.Head> head(UUID documentId) {
        return entities.createQuery(
                        "SELECT NEW org.collab.collaboration.control.ChangeStore.Head(d.headRevision, d.historyEpoch)"
                                + " FROM Document d, Room r WHERE d.id = :document AND d.deletedAt IS NULL"
                                + " AND r.id = d.roomId AND r.deletedAt IS NULL",
                        ChangeStore.Head.class)
                .setParameter("document", documentId)
                .getResultStream()
                .findFirst();
    }

    /** One statement for any number of documents; those that are deleted are left out. */
    public Map<UUID, ChangeStore.Head> heads(Collection<UUID> documentIds) {
        List<?> rows = entities.createNativeQuery("SELECT d.id, d.head_revision, d.history_epoch"
                        + " FROM unnest(CAST(?1 AS uuid[])) AS asked (id)"
                        + " JOIN documents d ON d.id = asked.id AND d.deleted_at IS NULL"
                        + " JOIN rooms r ON r.id = d.room_id AND r.deleted_at IS NULL")
                .setParameter(1, IdArray.of(documentIds))
                .getResultList();
        return Row.of(rows).stream()
                .collect(Collectors.toMap(row -> row.id(0), row -> new ChangeStore.Head(row.number(1), row.number(2))));
    }

    /** @throws BrokenHistoryException where a revision before the last one is missing */
    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        return new HistoryPages(
                        documentId,
                        (first, revisions) -> rows(documentId, first, revisions),
                        revision -> chunks.from(documentId, revision))
                .read(afterRevision, limit);
    }

    /** The changes of the rows from a revision on, as many revisions at most. */
    private List<CommittedChange> rows(UUID documentId, long first, int revisions) {
        return entities.createQuery(
                        "SELECT c FROM Change c WHERE c.documentId = :document AND c.revision >= :first"
                                + " AND c.revision < :end ORDER BY c.revision",
                        Change.class)
                .setParameter("document", documentId)
                .setParameter("first", first)
                .setParameter("end", first + revisions)
                .getResultStream()
                .map(Change::toCommitted)
                .toList();
    }

    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        return entities.createQuery(
                        "SELECT c FROM Change c WHERE c.documentId = :document AND c.clientId = :client"
                                + " AND c.clientSeq = :seq",
                        Change.class)
                .setParameter("document", documentId)
                .setParameter("client", clientId)
                .setParameter("seq", seq)
                .getResultStream()
                .map(Change::toCommitted)
                .findFirst()
                .or(() -> chunks.find(documentId, clientId, seq));
    }

    public long acknowledged(UUID documentId, UUID clientId) {
        return acknowledged(documentId, Set.of(clientId)).highest().getOrDefault(clientId, 0L);
    }

    public ChangeStore.Acknowledged acknowledged(UUID documentId, Set<UUID> clientIds) {
        List<?> rows = entities.createNativeQuery("SELECT CAST(given.id AS text), GREATEST("
                        + "(SELECT MAX(c.client_seq) FROM changes c WHERE c.document_id = ?1 AND c.client_id = given.id),"
                        + " (SELECT w.last_seq FROM submission_watermark w"
                        + " WHERE w.document_id = ?1 AND w.client_id = given.id), 0),"
                        + " COALESCE((SELECT head_revision FROM documents WHERE id = ?1), 0)"
                        + " FROM UNNEST(CAST(?2 AS uuid[])) given (id)")
                .setParameter(1, documentId)
                .setParameter(2, IdArray.of(clientIds))
                .getResultList();
        Map<UUID, Long> highest = new HashMap<>();
        long head = 0;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            highest.put(UUID.fromString((String) columns[0]), ((Number) columns[1]).longValue());
            head = ((Number) columns[2]).longValue();
        }
        return new ChangeStore.Acknowledged(highest, head);
    }

    /**
     * Moves the head by compare-and-set and writes the changes, in one transaction. The writers' rights are read and
     * locked first (E7): a right that is taken away before this commit counts.
     */
    public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
        AppendResult result;
        try {
            result = new AppendCall(entities.unwrap(Connection.class))
                    .append(new Appending(documentId, expectedHead, batch));
        } catch (SQLException e) {
            throw new EJBException(e);
        }
        if (result instanceof AppendResult.GivenUp) {
            transaction.setRollbackOnly();
        }
        return result;
    }

    /**
     * Sees to it that a client's numbers up to this one are never committed. Whoever appends has moved the head, and so
     * holds the document's row; either that commit is seen here, or this is seen there.
     *
     * @return false where this very submission is committed already
     */
    public boolean giveUp(UUID documentId, UUID clientId, long seq) {
        entities.createNativeQuery("SELECT id FROM documents WHERE id = ?1 FOR NO KEY UPDATE")
                .setParameter(1, documentId)
                .getResultList();
        if (find(documentId, clientId, seq).isPresent()) {
            return false;
        }
        entities.createNativeQuery("INSERT INTO given_up_submissions (document_id, client_id, last_seq)"
                        + " SELECT id, ?2, ?3 FROM documents WHERE id = ?1 ON CONFLICT (document_id, client_id)"
                        + " DO UPDATE SET last_seq = GREATEST(given_up_submissions.last_seq, excluded.last_seq)")
                .setParameter(1, documentId)
                .setParameter(2, clientId)
                .setParameter(3, seq)
                .executeUpdate();
        return true;
    }

    /** Documents whose next changes, as many as fill a chunk, are all older than the given time. */
    public List<UUID> chunkable(int chunkSize, Instant olderThan, int limit) {
        List<?> ids = entities.createNativeQuery("SELECT d.id FROM documents d JOIN changes c ON c.document_id = d.id"
                        + " AND c.revision = d.chunked_revision + ?1 AND c.created_at < ?2"
                        + " WHERE d.head_revision >= d.chunked_revision + ?1 ORDER BY d.id")
                .setParameter(1, chunkSize)
                .setParameter(2, olderThan.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
    }

    /**
     * Moves a document's oldest rows into a chunk, all of them or none. The chunk is read back and its hashes are computed
     * anew before the rows go.
     *
     * @return false where another node is at it, or too few changes are old enough
     * @throws IllegalStateException where the rows are not what their hashes say; they stay as they are
     */
    public boolean moveToChunk(UUID documentId, int chunkSize, Instant olderThan) {
        if (!lockForChunking(documentId)) {
            return false;
        }
        long chunked = ((Number) entities.createNativeQuery("SELECT chunked_revision FROM documents WHERE id = ?1")
                        .setParameter(1, documentId)
                        .getSingleResult())
                .longValue();
        List<CommittedChange> changes = rows(documentId, chunked + 1, chunkSize);
        if (changes.size() != chunkSize || !changes.get(chunkSize - 1).at().isBefore(olderThan)) {
            return false;
        }
        chunks.add(documentId, chunks.lastHash(documentId, chunked), changes);
        entities.createQuery("DELETE FROM Change c WHERE c.documentId = :document AND c.revision <= :last")
                .setParameter("document", documentId)
                .setParameter("last", chunked + chunkSize)
                .executeUpdate();
        entities.createNativeQuery("UPDATE documents SET chunked_revision = ?2 WHERE id = ?1")
                .setParameter(1, documentId)
                .setParameter(2, chunked + chunkSize)
                .executeUpdate();
        return true;
    }

    /**
     * Keeps everything else from a document's history until the caller's transaction ends: edits, chunks and snapshots.
     *
     * @throws CollabException {@code not-found}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public ChangeStore.Head lock(UUID documentId) {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "chunks of " + documentId)
                .getSingleResult();
        List<?> rows = entities.createNativeQuery("SELECT head_revision, history_epoch FROM documents WHERE id = ?1"
                        + " AND deleted_at IS NULL FOR UPDATE")
                .setParameter(1, documentId)
                .getResultList();
        if (rows.isEmpty()) {
            throw CollabException.notFound("document");
        }
        Object[] head = (Object[]) rows.get(0);
        return new ChangeStore.Head(((Number) head[0]).longValue(), ((Number) head[1]).longValue());
    }

    /**
     * Puts other deltas into the places of changes, and keeps the redaction and the change that binds it. The history has
     * another epoch then. Works in the caller's transaction, in which the document is {@link #lock locked}.
     *
     * @param rewritten by revision; their hashes are as they were
     * @param seal the change that follows the head
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void redact(Redaction redaction, NavigableMap<Long, CommittedChange> rewritten, CommittedChange seal) {
        UUID documentId = redaction.documentId();
        redactions.add(redaction);
        NavigableMap<Long, CommittedChange> inChunks = new TreeMap<>();
        rewritten.forEach((revision, change) -> {
            int rows = entities.createNativeQuery(
                            "UPDATE changes SET delta = ?3 WHERE document_id = ?1" + " AND revision = ?2")
                    .setParameter(1, documentId)
                    .setParameter(2, revision)
                    .setParameter(3, change.deltaJson())
                    .executeUpdate();
            if (rows == 0) {
                inChunks.put(revision, change);
            }
        });
        chunks.rewrite(documentId, inChunks, redactions.revisions(documentId, 1, Long.MAX_VALUE));
        entities.persist(new Change(documentId, seal));
        snapshots.deleteFrom(documentId, rewritten.firstKey());
        entities.createNativeQuery(
                        "UPDATE documents SET head_revision = ?2, history_epoch = history_epoch + 1,"
                                + " updated_at = ?3, updated_by = ?5, snapshot_revision = LEAST(snapshot_revision, ?4) WHERE id = ?1")
                .setParameter(1, documentId)
                .setParameter(2, seal.revision())
                .setParameter(3, seal.at().atOffset(ZoneOffset.UTC))
                .setParameter(4, rewritten.firstKey() - 1)
                .setParameter(5, seal.userId())
                .executeUpdate();
    }

    /** Until the transaction ends; edits go on meanwhile. */
    private boolean lockForChunking(UUID documentId) {
        return (Boolean) entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "chunks of " + documentId)
                .getSingleResult();
    }
}
