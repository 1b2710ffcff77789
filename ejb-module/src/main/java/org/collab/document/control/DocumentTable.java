package org.collab.document.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collab.access.entity.Role;
import org.collab.document.entity.Author;
import org.collab.document.entity.DocumentFilter;
import org.collab.document.entity.DocumentOrder;
import org.collab.document.entity.DocumentRow;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of documents: one statement each, and one for their number, however long they are. The caller's role is part
 * of the statement, so nobody is ever given a row that is not theirs. Whoever is not in the room is not told its name.
 */
@ApplicationScoped
public class DocumentTable {
    private static final String COLUMNS =
            "SELECT d.id, d.room_id, CASE WHEN own.role IS NULL THEN '' ELSE r.name END, d.title, d.kind, d.head_revision, d.updated_at,"
                    + " m.role, d.deleted_at, f.user_id IS NOT NULL, u.id, u.display_name, u.color, d.created_at";
    private static final String TABLES = " FROM documents d JOIN rooms r ON r.id = d.room_id AND r.deleted_at IS NULL"
            + " JOIN document_roles m ON m.document_id = d.id AND m.user_id = ?1"
            + " LEFT JOIN room_roles own ON own.room_id = d.room_id AND own.user_id = ?1"
            + " LEFT JOIN document_favourites f ON f.document_id = d.id AND f.user_id = ?1";
    private static final String AUTHORS = " LEFT JOIN users u ON u.id = COALESCE(d.updated_by, d.created_by)";
    private static final String VISITS = " JOIN document_visits v ON v.document_id = d.id AND v.user_id = ?1";

    @PersistenceContext
    private EntityManager entities;

    /** The documents of a room that are not deleted. */
    public Page<DocumentRow> inRoom(UUID caller, UUID roomId, DocumentOrder order, PageRequest page) {
        return page(
                TABLES,
                " WHERE d.room_id = ?2 AND d.deleted_at IS NULL",
                orderBy(order),
                page,
                List.of(caller, roomId));
    }

    /** Documents of all rooms. */
    public Page<DocumentRow> everywhere(UUID caller, DocumentFilter filter, PageRequest page) {
        List<Object> parameters = List.of(caller);
        return switch (filter) {
            case RECENT ->
                page(
                        TABLES + VISITS,
                        " WHERE d.deleted_at IS NULL",
                        " ORDER BY GREATEST(v.visited_at, CASE WHEN d.updated_by = ?1 THEN d.updated_at END) DESC, d.id",
                        page,
                        parameters);
            case FAVOURITES ->
                page(
                        TABLES,
                        " WHERE d.deleted_at IS NULL AND f.user_id IS NOT NULL",
                        orderBy(DocumentOrder.TITLE),
                        page,
                        parameters);
            case SHARED ->
                page(
                        TABLES,
                        " WHERE d.deleted_at IS NULL AND own.role IS NULL",
                        orderBy(DocumentOrder.UPDATED),
                        page,
                        parameters);
            case TRASH ->
                page(
                        TABLES,
                        " WHERE d.deleted_at IS NOT NULL AND own.role IN ('OWNER', 'EDITOR')",
                        " ORDER BY d.deleted_at DESC, d.id",
                        page,
                        parameters);
        };
    }

    /** Those of the documents that the caller may see, in no order. */
    public List<DocumentRow> find(UUID caller, Collection<UUID> documentIds) {
        if (documentIds.isEmpty()) {
            return List.of();
        }
        String places = IntStream.range(0, documentIds.size())
                .mapToObj(i -> "?" + (i + 2))
                .collect(Collectors.joining(", "));
        Query query = entities.createNativeQuery(
                        COLUMNS + TABLES + AUTHORS + " WHERE d.deleted_at IS NULL AND d.id IN (" + places + ")")
                .setParameter(1, caller);
        int place = 2;
        for (UUID id : documentIds) {
            query.setParameter(place++, id);
        }
        return rows(query);
    }

    public void mark(UUID caller, UUID documentId) {
        entities.createNativeQuery("INSERT INTO document_favourites (user_id, document_id, created_at)"
                        + " VALUES (?1, ?2, now()) ON CONFLICT DO NOTHING")
                .setParameter(1, caller)
                .setParameter(2, documentId)
                .executeUpdate();
    }

    public void unmark(UUID caller, UUID documentId) {
        entities.createNativeQuery("DELETE FROM document_favourites WHERE user_id = ?1 AND document_id = ?2")
                .setParameter(1, caller)
                .setParameter(2, documentId)
                .executeUpdate();
    }

    /** The caller opens the document now. */
    public void visit(UUID caller, UUID documentId) {
        entities.createNativeQuery("INSERT INTO document_visits (user_id, document_id, visited_at)"
                        + " VALUES (?1, ?2, now())"
                        + " ON CONFLICT (user_id, document_id) DO UPDATE SET visited_at = excluded.visited_at")
                .setParameter(1, caller)
                .setParameter(2, documentId)
                .executeUpdate();
    }

    private Page<DocumentRow> page(
            String tables, String where, String order, PageRequest page, List<Object> parameters) {
        Query rows = entities.createNativeQuery(COLUMNS + tables + AUTHORS + where + order)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit());
        Query count = entities.createNativeQuery("SELECT COUNT(*)" + tables + where);
        for (int i = 0; i < parameters.size(); i++) {
            rows.setParameter(i + 1, parameters.get(i));
            count.setParameter(i + 1, parameters.get(i));
        }
        return new Page<>(rows(rows), ((Number) count.getSingleResult()).longValue());
    }

    private static List<DocumentRow> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static DocumentRow row(@Nullable Object[] columns) {
        return new DocumentRow(
                id(columns[0]),
                id(columns[1]),
                String.valueOf(columns[2]),
                String.valueOf(columns[3]),
                String.valueOf(columns[4]),
                columns[5] instanceof Number head ? head.longValue() : 0,
                instant(columns[13]).orElse(Instant.EPOCH),
                instant(columns[6]).orElse(Instant.EPOCH),
                Role.valueOf(String.valueOf(columns[7])),
                author(columns[10], columns[11], columns[12]),
                Boolean.TRUE.equals(columns[9]),
                instant(columns[8]));
    }

    private static Optional<Author> author(@Nullable Object id, @Nullable Object name, @Nullable Object color) {
        return id == null
                ? Optional.empty()
                : Optional.of(new Author(id(id), String.valueOf(name), String.valueOf(color)));
    }

    private static UUID id(@Nullable Object column) {
        return UUID.fromString(String.valueOf(column));
    }

    private static Optional<Instant> instant(@Nullable Object column) {
        if (column instanceof Timestamp timestamp) {
            return Optional.of(timestamp.toInstant());
        }
        return column instanceof OffsetDateTime time ? Optional.of(time.toInstant()) : Optional.empty();
    }

    private static String orderBy(DocumentOrder order) {
        return order == DocumentOrder.TITLE ? " ORDER BY LOWER(d.title), d.id" : " ORDER BY d.updated_at DESC, d.id";
    }
}
