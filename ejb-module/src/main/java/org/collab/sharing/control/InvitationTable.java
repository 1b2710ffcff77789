package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.sharing.entity.Invitation;
import org.collab.sharing.entity.Place;

/** Invitations that nobody has accepted yet. Callers have been authorized. */
@ApplicationScoped
public class InvitationTable {
    @PersistenceContext
    private EntityManager entities;

    public void add(Invitation invitation) {
        entities.persist(invitation);
        entities.flush();
    }

    public void remove(Invitation invitation) {
        entities.remove(invitation);
    }

    public Optional<Invitation> find(UUID id) {
        return Optional.ofNullable(entities.find(Invitation.class, id));
    }

    public Optional<Invitation> find(byte[] tokenHash) {
        return entities.createQuery("SELECT i FROM Invitation i WHERE i.tokenHash = :hash", Invitation.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** Those that may still be accepted, the newest first. */
    public List<Invitation> open(Place place, Instant now) {
        return query(place, " AND i.expiresAt > :now ORDER BY i.createdAt DESC, i.id")
                .setParameter("now", now)
                .getResultList();
    }

    /** Those of an address. */
    public void remove(Place place, String email) {
        query(place, " AND i.email = :email")
                .setParameter("email", email)
                .getResultList()
                .forEach(entities::remove);
        entities.flush();
    }

    public void removeExpired(Instant now) {
        entities.createQuery("DELETE FROM Invitation i WHERE i.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The room's name, or the document's title. */
    public String name(Place place) {
        String query = switch (place.kind()) {
            case ROOM -> "SELECT r.name FROM Room r WHERE r.id = :id";
            case DOCUMENT -> "SELECT d.title FROM Document d WHERE d.id = :id";
        };
        return entities.createQuery(query, String.class)
                .setParameter("id", place.id())
                .getSingleResult();
    }

    public String displayName(UUID userId) {
        return entities.createQuery("SELECT u.displayName FROM User u WHERE u.id = :id", String.class)
                .setParameter("id", userId)
                .getSingleResult();
    }

    private TypedQuery<Invitation> query(Place place, String rest) {
        String column = switch (place.kind()) {
            case ROOM -> "roomId";
            case DOCUMENT -> "documentId";
        };
        return entities.createQuery(
                        "SELECT i FROM Invitation i WHERE i." + column + " = :place" + rest, Invitation.class)
                .setParameter("place", place.id());
    }
}
