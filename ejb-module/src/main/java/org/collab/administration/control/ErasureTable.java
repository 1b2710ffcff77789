package org.collab.administration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.collab.persistence.entity.Row;

/** What hangs on a user and goes with the user. Content, history and the audit log keep the id alone. */
@ApplicationScoped
public class ErasureTable {
    private static final List<String> TABLES = List.of(
            "user_groups",
            "room_members",
            "document_members",
            "link_visitors",
            "document_favourites",
            "document_visits",
            "tickets",
            "sessions",
            "user_identities",
            "user_avatars");

    @PersistenceContext
    private EntityManager entities;

    /** A room that would be left without an owner. */
    public record OwnedRoom(UUID id, String name) {}

    public boolean isHeld(UUID userId) {
        return !entities.createNativeQuery("SELECT 1 FROM holds WHERE kind = 'USER' AND target_id = ?1")
                .setParameter(1, userId)
                .getResultList()
                .isEmpty();
    }

    /** The rooms that nobody else owns. */
    public List<OwnedRoom> ownedAlone(UUID userId) {
        List<?> rows = entities.createNativeQuery("SELECT r.id, r.name FROM rooms r JOIN room_members m"
                        + " ON m.room_id = r.id AND m.user_id = ?1 AND m.role = 'OWNER' WHERE r.deleted_at IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM room_roles o WHERE o.room_id = r.id AND o.role = 'OWNER'"
                        + " AND o.user_id <> ?1) ORDER BY lower(r.name), r.id")
                .setParameter(1, userId)
                .getResultList();
        return Row.of(rows).stream()
                .map(row -> new OwnedRoom(row.id(0), row.text(1)))
                .toList();
    }

    public void giveOwner(UUID roomId, UUID userId) {
        entities.createNativeQuery(
                        "INSERT INTO room_members (room_id, user_id, role, created_at)"
                                + " VALUES (?1, ?2, 'OWNER', now()) ON CONFLICT (room_id, user_id) DO UPDATE SET role = 'OWNER'")
                .setParameter(1, roomId)
                .setParameter(2, userId)
                .executeUpdate();
    }

    public void deleteWhatHangsOn(UUID userId) {
        entities.createNativeQuery(
                        "DELETE FROM invitations WHERE email = (SELECT u.email FROM users u WHERE u.id = ?1)")
                .setParameter(1, userId)
                .executeUpdate();
        for (String table : TABLES) {
            entities.createNativeQuery("DELETE FROM " + table + " WHERE user_id = ?1")
                    .setParameter(1, userId)
                    .executeUpdate();
        }
    }
}
