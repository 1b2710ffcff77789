package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;

/** Finds and purges what was deleted long ago and nobody holds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PurgeTable {
    private static final String DELETED =
            "(d.deleted_at < ?2 OR EXISTS (SELECT 1 FROM rooms r WHERE r.id = d.room_id" + " AND r.deleted_at < ?2))";

    private static final String HELD = "EXISTS (SELECT 1 FROM holds h WHERE h.kind = 'DOCUMENT' AND h.target_id = d.id"
            + " OR h.kind = 'ROOM' AND h.target_id = d.room_id OR h.kind = 'USER' AND (h.target_id = d.created_by"
            + " OR EXISTS (SELECT 1 FROM changes c WHERE c.document_id = d.id AND c.author_id = h.target_id)"
            + " OR EXISTS (SELECT 1 FROM history_sessions s WHERE s.document_id = d.id"
            + " AND jsonb_exists(s.people, CAST(h.target_id AS text)))"
            // Old changes whose authors are not known stand in chunks: nothing is purged that may be held.
            + " OR d.chunked_revision > COALESCE((SELECT max(s.last_revision) FROM history_sessions s"
            + " WHERE s.document_id = d.id), 0)))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    /** Documents that were deleted, or whose rooms were, before a time, and that nobody holds. */
    public List<UUID> due(Instant before, int limit) {
        List<?> ids = entities.createNativeQuery("SELECT d.id FROM documents d WHERE " + DELETED.replace("?2", "?1")
                        + " AND NOT " + HELD + " ORDER BY d.id")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
    }

    /**
     * Purges one of them, with everything that belongs to it, where that is still so.
     *
     * @return whether it was purged
     */
    public boolean purge(UUID documentId, Instant before) {
        int rows = entities.createNativeQuery(
                        "DELETE FROM documents d WHERE d.id = ?1 AND " + DELETED + " AND NOT " + HELD)
                .setParameter(1, documentId)
                .setParameter(2, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (rows == 1) {
            entities.createNativeQuery("DELETE FROM changes WHERE document_id = ?1")
                    .setParameter(1, documentId)
                    .executeUpdate();
            audit.record(AuditEvent.of(AuditAction.DOCUMENT_PURGED).on("document", documentId));
        }
        return rows == 1;
    }
}
