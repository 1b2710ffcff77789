package org.collab.image.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.image.entity.Avatar;
import org.collab.image.entity.Picture;

/** The only class on the table of people's pictures. */
@Stateless
public class AvatarTable {
    @PersistenceContext
    private EntityManager entities;

    public void keep(UUID userId, Picture picture) {
        entities.createNativeQuery("INSERT INTO user_avatars (user_id, version, type, bytes) VALUES (?1, ?2, ?3, ?4)"
                        + " ON CONFLICT (user_id) DO UPDATE SET version = ?2, type = ?3, bytes = ?4")
                .setParameter(1, userId)
                .setParameter(2, UUID.randomUUID())
                .setParameter(3, picture.type())
                .setParameter(4, picture.bytes())
                .executeUpdate();
    }

    public void remove(UUID userId) {
        entities.createNativeQuery("DELETE FROM user_avatars WHERE user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    public Optional<Avatar> find(UUID userId) {
        List<?> rows = entities.createNativeQuery("SELECT version, type, bytes FROM user_avatars WHERE user_id = ?1")
                .setParameter(1, userId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new Avatar(
                        UUID.fromString(row[0].toString()), new Picture(row[1].toString(), 0, 0, (byte[]) row[2])));
    }

    /** Whether two people have a role in one room, or on one document. */
    public boolean meet(UUID one, UUID other) {
        List<?> found = entities.createNativeQuery(
                        "SELECT 1 WHERE EXISTS (SELECT 1 FROM room_roles a"
                                + " JOIN room_roles b ON b.room_id = a.room_id WHERE a.user_id = ?1 AND b.user_id = ?2)"
                                + " OR EXISTS (SELECT 1 FROM document_roles a"
                                + " JOIN document_roles b ON b.document_id = a.document_id WHERE a.user_id = ?1 AND b.user_id = ?2)")
                .setParameter(1, one)
                .setParameter(2, other)
                .getResultList();
        return !found.isEmpty();
    }
}
