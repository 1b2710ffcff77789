package org.collab.access.boundary;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.error.CollabException;
import org.collab.persistence.control.ServerDataSource;
import org.collab.secret.OpaqueToken;

/**
 * Single-use tickets for opening a WebSocket (protocol O1, O2), because browsers cannot send a Bearer header there.
 * They are in the database, so that any node redeems what any other has issued. Each call is one statement that commits by
 * itself, past JPA: when a node goes away, all its editors come at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tickets {
    public static final Duration LIFETIME = Duration.ofSeconds(30);

    private static final String ISSUE = "SELECT issue_ticket(?, ?, ?, ?, ?)";
    private static final String USE =
            "SELECT user_id, session_id, display_name, color, role, reads_history FROM use_ticket(?, ?)";

    @Inject
    private ServerDataSource dataSource;

    /** A ticket as given to the client. */
    public record Issued(OpaqueToken token, Instant expiresAt) {}

    /**
     * Whom a ticket admits, and as what.
     *
     * @param displayName how the others see them
     * @param color {@code #rrggbb}
     * @param readsHistory whether they may see what has been in the document before
     */
    public record Redeemed(Writer writer, String displayName, String color, Role role, boolean readsHistory) {}

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /**
     * Also notes that the writer opens the document.
     *
     * @throws CollabException {@code not-found} where the user has no role on the document
     */
    public Issued issue(Writer writer, UUID documentId) {
        OpaqueToken token = OpaqueToken.random();
        Instant expiresAt = Instant.now().plus(LIFETIME);
        boolean issued = run(ISSUE, statement -> {
            statement.setBytes(1, token.hash());
            statement.setObject(2, writer.userId());
            statement.setObject(3, writer.sessionId().orElse(null), Types.OTHER);
            statement.setObject(4, documentId);
            statement.setObject(5, expiresAt.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        });
        if (!issued) {
            throw CollabException.notFound("document");
        }
        return new Issued(token, expiresAt);
    }

    /**
     * Whom the ticket admits to the document; empty where it is unknown, used, late, for another one, or its owner has
     * signed out or lost the role meanwhile.
     */
    public Optional<Redeemed> redeem(OpaqueToken token, UUID documentId) {
        return run(USE, statement -> {
            statement.setBytes(1, token.hash());
            statement.setObject(2, documentId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(redeemed(rows)) : Optional.empty();
            }
        });
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void deleteExpired() {
        run("DELETE FROM tickets WHERE expires_at < now()", PreparedStatement::executeUpdate);
    }

    private static Redeemed redeemed(ResultSet row) throws SQLException {
        return new Redeemed(
                new Writer(row.getObject(1, UUID.class), Optional.ofNullable(row.getObject(2, UUID.class))),
                row.getString(3),
                row.getString(4),
                Role.valueOf(row.getString(5)),
                row.getBoolean(6));
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.with(statement);
            }
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
