package org.collab.verifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.control.BrokenHistoryException;
import org.collab.collaboration.control.ChunkCodec;
import org.collab.collaboration.control.HistoryPages;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;

/** One document's changes, read over JDBC. */
final class StoredHistory {
    private static final String ROWS =
            "SELECT revision, client_id, client_seq, author_id, base_revision, created_at, delta,"
                    + " hash FROM changes WHERE document_id = ? AND revision >= ? AND revision < ? ORDER BY revision";
    private static final String CHUNK = "SELECT first_revision, payload FROM change_chunks WHERE document_id = ?"
            + " AND last_revision >= ? ORDER BY last_revision LIMIT 1";

    private static final String REDACTIONS = "SELECT id, revision, author_id, created_at, reason, units"
            + " FROM redactions WHERE document_id = ? ORDER BY revision";
    private static final String REDACTED = "SELECT revision, original_hash, replacement_hash FROM redacted_changes"
            + " WHERE redaction_id = ? ORDER BY revision";

    private final Connection connection;
    private final UUID documentId;

    StoredHistory(Connection connection, UUID documentId) {
        this.connection = connection;
        this.documentId = documentId;
    }

    /** The changes after a revision in order, as many as the limit where there are so many. */
    List<CommittedChange> read(long afterRevision, int limit) {
        return new HistoryPages(documentId, this::rows, this::chunk).read(afterRevision, limit);
    }

    /** What was taken out, in order; nothing where the database is older than redactions are. */
    List<Redaction> redactions() {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass('redactions') IS NOT NULL");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1) ? storedRedactions() : List.of();
        } catch (SQLException e) {
            throw new UnreadableDatabaseException(e);
        }
    }

    private List<Redaction> storedRedactions() throws SQLException {
        List<Redaction> redactions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(REDACTIONS)) {
            query.setObject(1, documentId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    redactions.add(new Redaction(
                            id,
                            documentId,
                            row.getLong("revision"),
                            row.getObject("author_id", UUID.class),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getString("reason"),
                            row.getLong("units"),
                            redactedChanges(id)));
                }
            }
        }
        return redactions;
    }

    private List<RedactedChange> redactedChanges(UUID redactionId) throws SQLException {
        List<RedactedChange> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(REDACTED)) {
            query.setObject(1, redactionId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(new RedactedChange(
                            row.getLong("revision"),
                            new ChangeHash(row.getBytes("original_hash")),
                            new ChangeHash(row.getBytes("replacement_hash"))));
                }
            }
        }
        return changes;
    }

    private List<CommittedChange> rows(long first, int revisions) {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setObject(1, documentId);
            query.setLong(2, first);
            query.setLong(3, first + revisions);
            List<CommittedChange> changes = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(change(row));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new UnreadableDatabaseException(e);
        }
    }

    private static CommittedChange change(ResultSet row) throws SQLException {
        String delta = row.getString("delta");
        return new CommittedChange(
                row.getLong("revision"),
                row.getObject("client_id", UUID.class),
                row.getLong("client_seq"),
                row.getObject("author_id", UUID.class),
                row.getLong("base_revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                DeltaJson.read(delta, Limits.DOCUMENT),
                delta,
                new ChangeHash(row.getBytes("hash")));
    }

    private List<CommittedChange> chunk(long revision) {
        try (PreparedStatement query = connection.prepareStatement(CHUNK)) {
            query.setObject(1, documentId);
            query.setLong(2, revision);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getLong("first_revision") > revision) {
                    return List.of();
                }
                return decode(row.getLong("first_revision"), row.getBytes("payload")).stream()
                        .filter(change -> change.revision() >= revision)
                        .toList();
            }
        } catch (SQLException e) {
            throw new UnreadableDatabaseException(e);
        }
    }

    private List<CommittedChange> decode(long firstRevision, byte[] payload) {
        try {
            return ChunkCodec.decode(documentId, payload);
        } catch (IllegalArgumentException e) {
            throw BrokenHistoryException.damagedChunk(documentId, firstRevision, e);
        }
    }
}
