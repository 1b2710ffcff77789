package org.collab.collaboration.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Role;
import org.collab.collaboration.entity.Change;
import org.collab.collaboration.entity.CommittedChange;

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
    private AccessControl access;

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

    public Map<UUID, Long> heads(Collection<UUID> documentIds) {
        return entities.createQuery(
                        "SELECT d.id, d.headRevision FROM Document d, Room r WHERE d.id IN :documents"
                                + " AND d.deletedAt IS NULL AND r.id = d.roomId AND r.deletedAt IS NULL",
                        Object[].class)
                .setParameter("documents", documentIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        return entities.createQuery(
                        "SELECT c FROM Change c WHERE c.documentId = :document AND c.revision > :after"
                                + " ORDER BY c.revision",
                        Change.class)
                .setParameter("document", documentId)
                .setParameter("after", afterRevision)
                .setMaxResults(limit)
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
                .findFirst();
    }

    public long acknowledged(UUID documentId, UUID clientId) {
        Long highest = entities.createQuery(
                        "SELECT MAX(c.clientSeq) FROM Change c WHERE c.documentId = :document"
                                + " AND c.clientId = :client",
                        Long.class)
                .setParameter("document", documentId)
                .setParameter("client", clientId)
                .getSingleResult();
        return highest == null ? 0 : highest;
    }

    /**
     * Moves the head by compare-and-set and writes the changes, in one transaction. The authors' rights are read and
     * locked first (E7): a right that is taken away before this commit counts.
     */
    public AppendResult append(UUID documentId, long expectedHead, List<CommittedChange> changes) {
        Set<UUID> authors = changes.stream().map(CommittedChange::userId).collect(Collectors.toSet());
        Map<UUID, Role> roles = access.lockRolesOnDocument(authors, documentId);
        authors.removeIf(
                author -> roles.containsKey(author) && roles.get(author).mayEdit());
        if (!authors.isEmpty()) {
            return new AppendResult.Refused(authors);
        }
        if (!moveHead(documentId, expectedHead, changes)) {
            return new AppendResult.HeadMoved();
        }
        changes.forEach(change -> entities.persist(new Change(documentId, change)));
        return new AppendResult.Appended();
    }

    private boolean moveHead(UUID documentId, long expectedHead, List<CommittedChange> changes) {
        return entities.createNativeQuery("UPDATE documents SET head_revision = head_revision + ?1, updated_at = ?2"
                                + " WHERE id = ?3 AND head_revision = ?4 AND deleted_at IS NULL")
                        .setParameter(1, changes.size())
                        .setParameter(2, changes.get(changes.size() - 1).at().atOffset(ZoneOffset.UTC))
                        .setParameter(3, documentId)
                        .setParameter(4, expectedHead)
                        .executeUpdate()
                == 1;
    }
}
