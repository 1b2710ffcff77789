package org.collab.access.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Ticket;
import org.collab.access.entity.Writer;
import org.collab.secret.OpaqueToken;

/**
 * Single-use tickets for opening a WebSocket (protocol O1, O2), because browsers cannot send a Bearer header there.
 * They are in the database, so that any node redeems what any other has issued.
 */
@Stateless
public class Tickets {
    public static final Duration LIFETIME = Duration.ofSeconds(30);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    /** A ticket as given to the client. */
    public record Issued(OpaqueToken token, Instant expiresAt) {}

    /** @throws org.collab.error.CollabException {@code not-found} where the user has no role on the document */
    public Issued issue(Writer writer, UUID documentId) {
        access.requireDocument(writer.userId(), documentId);
        OpaqueToken token = OpaqueToken.random();
        Instant expiresAt = Instant.now().plus(LIFETIME);
        entities.persist(new Ticket(token.hash(), writer, documentId, expiresAt));
        return new Issued(token, expiresAt);
    }

    /**
     * Whom the ticket admits to the document; empty where it is unknown, used, late, for another one, or its owner has
     * signed out meanwhile.
     */
    public Optional<Writer> redeem(OpaqueToken token, UUID documentId) {
        Ticket ticket = entities.find(Ticket.class, token.hash());
        if (ticket == null || !delete(token) || Instant.now().isAfter(ticket.expiresAt())) {
            return Optional.empty();
        }
        return Optional.of(ticket.writer())
                .filter(writer -> ticket.documentId().equals(documentId) && access.isSignedIn(writer));
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void deleteExpired() {
        entities.createQuery("DELETE FROM Ticket t WHERE t.expiresAt < :now")
                .setParameter("now", Instant.now())
                .executeUpdate();
    }

    /** True for the one caller that deletes it: two connections with one ticket cannot both get in. */
    private boolean delete(OpaqueToken token) {
        return entities.createQuery("DELETE FROM Ticket t WHERE t.tokenHash = :hash")
                        .setParameter("hash", token.hash())
                        .executeUpdate()
                == 1;
    }
}
