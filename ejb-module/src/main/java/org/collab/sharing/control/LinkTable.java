package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.sharing.entity.ShareLink;

/** Open links, and who has come by them. Callers have been authorized. */
@ApplicationScoped
public class LinkTable {
    @PersistenceContext
    private EntityManager entities;

    /** The document's link, also where it has expired. */
    public Optional<ShareLink> ofDocument(UUID documentId) {
        return Optional.ofNullable(entities.find(ShareLink.class, documentId));
    }

    /** The link that lets somebody in now. */
    public Optional<ShareLink> open(String token) {
        return entities.createQuery(
                        "SELECT l FROM ShareLink l, Document d, Room r WHERE l.token = :token AND d.id = l.documentId"
                                + " AND d.deletedAt IS NULL AND r.id = d.roomId AND r.deletedAt IS NULL",
                        ShareLink.class)
                .setParameter("token", token)
                .getResultStream()
                .findFirst()
                .filter(link -> link.isOpen(Instant.now()));
    }

    public void add(ShareLink link) {
        entities.persist(link);
    }

    /** Closes it: whoever came by it goes. */
    public void remove(ShareLink link) {
        entities.remove(link);
        entities.flush();
    }

    public void enter(ShareLink link, UUID userId) {
        entities.createNativeQuery("INSERT INTO link_visitors (token, user_id, created_at) VALUES (?1, ?2, now())"
                        + " ON CONFLICT DO NOTHING")
                .setParameter(1, link.token())
                .setParameter(2, userId)
                .executeUpdate();
    }

    public void forgetVisitors(ShareLink link) {
        entities.createNativeQuery("DELETE FROM link_visitors WHERE token = ?1")
                .setParameter(1, link.token())
                .executeUpdate();
    }

    public void forgetGuests(ShareLink link) {
        entities.createNativeQuery("DELETE FROM link_visitors v USING users u"
                        + " WHERE v.token = ?1 AND u.id = v.user_id AND u.kind = 'GUEST'")
                .setParameter(1, link.token())
                .executeUpdate();
    }

    public long guests(ShareLink link) {
        Object count = entities.createNativeQuery(
                        "SELECT COUNT(*) FROM link_visitors v JOIN users u ON u.id = v.user_id"
                                + " WHERE v.token = ?1 AND u.kind = 'GUEST'")
                .setParameter(1, link.token())
                .getSingleResult();
        return ((Number) count).longValue();
    }
}
