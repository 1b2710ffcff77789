package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.persistence.entity.Row;
import org.collab.sharing.entity.Invitation;
import org.collab.sharing.entity.Place;

/**
 * Invitations that nobody has accepted yet. Callers have been authorized. Native queries: one of the two columns for
 * the place is null, and not every provider of persistence reads or writes a UUID that is null.
 */
@ApplicationScoped
public class InvitationTable {
    private static final String SELECT =
            "SELECT id, room_id, document_id, email, role, created_by, created_at, expires_at FROM invitations WHERE ";

    @PersistenceContext
    private EntityManager entities;

    public void add(Invitation invitation, byte[] tokenHash) {
        entities.createNativeQuery("INSERT INTO invitations (id, " + column(invitation.place()) + ", email, role,"
                        + " token_hash, created_by, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, invitation.id())
                .setParameter(2, invitation.place().id())
                .setParameter(3, invitation.email())
                .setParameter(4, invitation.role().name())
                .setParameter(5, tokenHash)
                .setParameter(6, invitation.createdBy())
                .setParameter(7, invitation.createdAt().atOffset(ZoneOffset.UTC))
                .setParameter(8, invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public void remove(Invitation invitation) {
        entities.createNativeQuery("DELETE FROM invitations WHERE id = ?1")
                .setParameter(1, invitation.id())
                .executeUpdate();
    }

    public Optional<Invitation> find(UUID id) {
        return invitations(entities.createNativeQuery(SELECT + "id = ?1").setParameter(1, id)).stream()
                .findFirst();
    }

    public Optional<Invitation> find(byte[] tokenHash) {
        return invitations(
                        entities.createNativeQuery(SELECT + "token_hash = ?1").setParameter(1, tokenHash))
                .stream()
                .findFirst();
    }

    /** Those that may still be accepted, the newest first. */
    public List<Invitation> open(Place place, Instant now) {
        return invitations(entities.createNativeQuery(
                        SELECT + column(place) + " = ?1 AND expires_at > ?2 ORDER BY created_at DESC, id")
                .setParameter(1, place.id())
                .setParameter(2, now.atOffset(ZoneOffset.UTC)));
    }

    /** Those of an address. */
    public void remove(Place place, String email) {
        entities.createNativeQuery("DELETE FROM invitations WHERE " + column(place) + " = ?1 AND email = ?2")
                .setParameter(1, place.id())
                .setParameter(2, email)
                .executeUpdate();
    }

    public void removeExpired(Instant now) {
        entities.createNativeQuery("DELETE FROM invitations WHERE expires_at <= ?1")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
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

    private static String column(Place place) {
        return switch (place.kind()) {
            case ROOM -> "room_id";
            case DOCUMENT -> "document_id";
        };
    }

    private static List<Invitation> invitations(Query query) {
        return Row.of(query.getResultList()).stream()
                .map(row -> new Invitation(
                        row.id(0),
                        row.optionalId(1).map(Place::room).orElseGet(() -> Place.document(row.id(2))),
                        row.text(3),
                        Role.valueOf(row.text(4)),
                        row.id(5),
                        row.instant(6),
                        row.instant(7)))
                .toList();
    }
}
