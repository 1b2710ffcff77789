package org.collab.administration.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.control.AuditTable;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;

/** Deletes what nobody needs any more and nobody holds. Each call is one transaction and says how much it was. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LeftoverTable {
    private static final String HELD_USER = "EXISTS (SELECT 1 FROM holds h WHERE h.kind = 'USER' AND h.target_id = ";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditTable events;

    @Inject
    private AuditLog audit;

    /** Rooms that were deleted before a time and whose documents are purged. */
    public int rooms(Instant before) {
        return delete(
                "DELETE FROM rooms r WHERE r.deleted_at < ?1"
                        + " AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.room_id = r.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.kind = 'ROOM' AND h.target_id = r.id)"
                        + " AND NOT " + HELD_USER + "r.created_by)",
                before);
    }

    /** Pictures that no document shows any more. */
    public int images(Instant before) {
        return delete(
                "DELETE FROM images i WHERE i.created_at < ?1"
                        + " AND NOT EXISTS (SELECT 1 FROM document_images l WHERE l.image_id = i.id)"
                        + " AND NOT " + HELD_USER + "i.created_by)",
                before);
    }

    /** Sessions that ended before a time. */
    public int sessions(Instant before) {
        return delete(
                "DELETE FROM sessions s WHERE LEAST(s.revoked_at, s.expires_at) < ?1 AND NOT " + HELD_USER
                        + "s.user_id)",
                before);
    }

    /** Invitations that expired before a time. */
    public int invitations(Instant before) {
        return delete("DELETE FROM invitations v WHERE v.expires_at < ?1", before);
    }

    /** The oldest events of the audit log; that they went is an event itself. */
    public long auditEvents(Instant before) {
        long purged = events.purge(before);
        if (purged > 0) {
            audit.record(AuditEvent.of(AuditAction.AUDIT_PURGED).with("events", purged));
        }
        return purged;
    }

    private int delete(String sql, Instant before) {
        return entities.createNativeQuery(sql)
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
