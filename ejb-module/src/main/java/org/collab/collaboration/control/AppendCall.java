package org.collab.collaboration.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * The database functions {@code append_batches} and {@code append_changes}: a transaction costs one call, however many
 * documents and changes it has. They are called past JPA, since every edit goes this way.
 */
final class AppendCall {
    private static final String TOGETHER =
            "SELECT place FROM append_batches(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS place";
    private static final String ALONE =
            "SELECT outcome, who, session_id, last_seq FROM append_changes(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    AppendCall(Connection connection) {
        this.connection = connection;
    }

    /** Something of a batch, and the batch's place in the call, from 1. */
    private record Placed<T>(int place, T item) {}

    /**
     * Writes what needs to wait for nothing; which documents' batches that were.
     *
     * @throws SQLException where something of it is in the log already, among others; nothing is written then
     */
    Set<UUID> appendTogether(List<Appending> appendings) throws SQLException {
        List<Placed<Writer>> writers =
                placed(appendings, appending -> List.copyOf(appending.batch().writers()));
        List<Placed<CommittedChange>> changes =
                placed(appendings, appending -> appending.batch().changes());
        try (PreparedStatement call = connection.prepareStatement(TOGETHER)) {
            call.setArray(1, array("uuid", appendings, Appending::documentId));
            call.setArray(2, array("int8", appendings, Appending::expectedHead));
            call.setArray(
                    3, array("int8", appendings, appending -> last(appending).revision()));
            call.setArray(
                    4,
                    array(
                            "timestamptz",
                            appendings,
                            appending -> time(last(appending).at())));
            call.setArray(
                    5, array("uuid", appendings, appending -> last(appending).userId()));
            call.setArray(6, array("int4", writers, Placed::place));
            call.setArray(7, array("uuid", writers, writer -> writer.item().userId()));
            call.setArray(
                    8,
                    array("uuid", writers, writer -> writer.item().sessionId().orElse(null)));
            call.setArray(9, array("int4", changes, Placed::place));
            call.setArray(10, array("int8", changes, change -> change.item().revision()));
            setChanges(call, 11, changes.stream().map(Placed::item).toList());
            try (ResultSet rows = call.executeQuery()) {
                Set<UUID> written = new HashSet<>();
                while (rows.next()) {
                    written.add(appendings.get(rows.getInt(1) - 1).documentId());
                }
                return written;
            }
        }
    }

    /**
     * Works in the connection's transaction, which must be rolled back where the numbers were given up.
     *
     * @throws SQLException where something of it is in the log already, among others
     */
    AppendResult append(Appending appending) throws SQLException {
        Batch batch = appending.batch();
        List<Writer> writers = List.copyOf(batch.writers());
        try (PreparedStatement call = connection.prepareStatement(ALONE)) {
            call.setObject(1, appending.documentId());
            call.setLong(2, appending.expectedHead());
            call.setArray(3, array("uuid", writers, Writer::userId));
            call.setArray(4, array("uuid", writers, writer -> writer.sessionId().orElse(null)));
            call.setArray(5, array("uuid", List.copyOf(batch.renewing()), id -> id));
            setChanges(call, 6, batch.changes());
            try (ResultSet rows = call.executeQuery()) {
                return result(rows);
            }
        }
    }

    /** Seven parameters from the given one on, as both functions take them. */
    private void setChanges(PreparedStatement call, int first, List<CommittedChange> changes) throws SQLException {
        call.setArray(first, array("uuid", changes, CommittedChange::clientId));
        call.setArray(first + 1, array("int8", changes, CommittedChange::seq));
        call.setArray(first + 2, array("uuid", changes, CommittedChange::userId));
        call.setArray(first + 3, array("int8", changes, CommittedChange::baseRevision));
        call.setArray(first + 4, array("timestamptz", changes, change -> time(change.at())));
        call.setArray(first + 5, array("text", changes, CommittedChange::deltaJson));
        call.setArray(
                first + 6,
                connection.createArrayOf(
                        "bytea",
                        changes.stream().map(change -> change.hash().bytes()).toArray(byte[][]::new)));
    }

    private static CommittedChange last(Appending appending) {
        List<CommittedChange> changes = appending.batch().changes();
        return changes.get(changes.size() - 1);
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> List<Placed<T>> placed(List<Appending> appendings, Function<Appending, List<T>> items) {
        List<Placed<T>> placed = new ArrayList<>();
        for (int i = 0; i < appendings.size(); i++) {
            for (T item : items.apply(appendings.get(i))) {
                placed.add(new Placed<>(i + 1, item));
            }
        }
        return placed;
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
