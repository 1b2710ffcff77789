package org.collab.collaboration.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.CommittedChange;

/**
 * The database function {@code append_changes}: a batch costs one call, however many changes it has. It is called past
 * JPA, since every edit goes this way.
 */
final class AppendCall {
    private static final String SQL =
            "SELECT outcome, who, session_id, last_seq FROM append_changes(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    AppendCall(Connection connection) {
        this.connection = connection;
    }

    /**
     * Works in the connection's transaction, which must be rolled back where the numbers were given up.
     *
     * @throws SQLException where something of it is in the log already, among others
     */
    AppendResult append(UUID documentId, long expectedHead, Batch batch) throws SQLException {
        List<CommittedChange> changes = batch.changes();
        List<Writer> writers = List.copyOf(batch.writers());
        try (PreparedStatement call = connection.prepareStatement(SQL)) {
            call.setObject(1, documentId);
            call.setLong(2, expectedHead);
            call.setArray(3, array("uuid", writers, Writer::userId));
            call.setArray(4, array("uuid", writers, writer -> writer.sessionId().orElse(null)));
            call.setArray(5, array("uuid", List.copyOf(batch.renewing()), id -> id));
            call.setArray(6, array("uuid", changes, CommittedChange::clientId));
            call.setArray(7, array("int8", changes, CommittedChange::seq));
            call.setArray(8, array("uuid", changes, CommittedChange::userId));
            call.setArray(9, array("int8", changes, CommittedChange::baseRevision));
            call.setArray(
                    10, array("timestamptz", changes, change -> change.at().atOffset(ZoneOffset.UTC)));
            call.setArray(11, array("text", changes, CommittedChange::deltaJson));
            call.setArray(
                    12,
                    connection.createArrayOf(
                            "bytea",
                            changes.stream()
                                    .map(change -> change.hash().bytes())
                                    .toArray(byte[][]::new)));
            try (ResultSet rows = call.executeQuery()) {
                return result(rows);
            }
        }
    }

    private <T> Array array(String type, List<T> items, Function<T, Object> value) throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }

    private static AppendResult result(ResultSet rows) throws SQLException {
        Set<Writer> refused = new HashSet<>();
        Map<UUID, Long> givenUp = new HashMap<>();
        while (rows.next()) {
            String outcome = rows.getString(1);
            UUID who = rows.getObject(2, UUID.class);
            switch (outcome) {
                case "refused" -> refused.add(new Writer(who, Optional.ofNullable(rows.getObject(3, UUID.class))));
                case "given up" -> givenUp.put(who, rows.getLong(4));
                case "moved" -> {
                    return new AppendResult.HeadMoved();
                }
                default -> throw new SQLException("append_changes said: " + outcome);
            }
        }
        if (!refused.isEmpty()) {
            return new AppendResult.Refused(refused);
        }
        return givenUp.isEmpty() ? new AppendResult.Appended() : new AppendResult.GivenUp(givenUp);
    }
}
