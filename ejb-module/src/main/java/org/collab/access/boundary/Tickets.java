package org.collab.access.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.error.CollabException;
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

    /** A ticket as given to the client. */
    public record Issued(OpaqueToken token, Instant expiresAt) {}

    /**
     * Whom a ticket admits, and as what.
     *
     * @param readsHistory whether they may see what has been in the document before
     */
    public record Redeemed(Writer writer, Role role, boolean readsHistory) {}

    /**
     * Also notes that the writer opens the document.
     *
     * @throws CollabException {@code not-found} where the user has no role on the document
     */
    public Issued issue(Writer writer, UUID documentId) {
        OpaqueToken token = OpaqueToken.random();
        Instant expiresAt = Instant.now().plus(LIFETIME);
        Object issued = entities.createNativeQuery("SELECT issue_ticket(?1, ?2, CAST(?3 AS uuid), ?4, ?5)")
                .setParameter(1, token.hash())
                .setParameter(2, writer.userId())
                .setParameter(3, writer.sessionId().map(UUID::toString).orElse(null))
                .setParameter(4, documentId)
                .setParameter(5, Timestamp.from(expiresAt))
                .getSingleResult();
        if (!Boolean.TRUE.equals(issued)) {
            throw CollabException.notFound("document");
        }
        return new Issued(token, expiresAt);
    }

    /**
     * Whom the ticket admits to the document; empty where it is unknown, used, late, for another one, or its owner has
     * signed out or lost the role meanwhile.
     */
    public Optional<Redeemed> redeem(OpaqueToken token, UUID documentId) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT user_id, session_id, role, reads_history FROM redeem_ticket(?1, ?2)")
                .setParameter(1, token.hash())
                .setParameter(2, documentId)
                .getResultList();
        return rows.stream().findFirst().map(found -> {
            Object[] row = (Object[]) found;
            return new Redeemed(
                    new Writer((UUID) row[0], Optional.ofNullable((UUID) row[1])),
                    Role.valueOf(String.valueOf(row[2])),
                    Boolean.TRUE.equals(row[3]));
        });
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void deleteExpired() {
        entities.createNativeQuery("DELETE FROM tickets WHERE expires_at < now()")
                .executeUpdate();
    }
}
