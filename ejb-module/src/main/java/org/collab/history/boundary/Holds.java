package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.collab.history.entity.Hold;

/**
 * What must stay whatever is deleted, for as long as it is held. For administrators: callers have been authorized. A hold
 * keeps the rows; deleted documents stay out of everybody's sight.
 */
@Stateless
public class Holds {
    @PersistenceContext
    private EntityManager entities;

    /** Holds it from now on; where it is held already, that stays as it is. */
    public void place(Hold hold) {
        entities.createNativeQuery("INSERT INTO holds (kind, target_id, reason, placed_by, placed_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
                .setParameter(1, hold.kind().name())
                .setParameter(2, hold.targetId())
                .setParameter(3, hold.reason())
                .setParameter(4, hold.by())
                .setParameter(5, hold.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** @return whether it was held */
    public boolean release(Hold.Kind kind, UUID targetId) {
        return entities.createNativeQuery("DELETE FROM holds WHERE kind = ?1 AND target_id = ?2")
                        .setParameter(1, kind.name())
                        .setParameter(2, targetId)
                        .executeUpdate()
                == 1;
    }

    /** All holds, the last placed first. */
    public List<Hold> list() {
        List<?> rows = entities.createNativeQuery(
                        "SELECT kind, target_id, reason, placed_by, placed_at FROM holds ORDER BY placed_at DESC, target_id")
                .getResultList();
        return rows.stream().map(row -> hold((Object[]) row)).toList();
    }

    private static Hold hold(Object[] row) {
        Instant at = row[4] instanceof OffsetDateTime time ? time.toInstant() : ((java.util.Date) row[4]).toInstant();
        return new Hold(
                Hold.Kind.valueOf(String.valueOf(row[0])),
                UUID.fromString(String.valueOf(row[1])),
                String.valueOf(row[2]),
                UUID.fromString(String.valueOf(row[3])),
                at);
    }
}
