package org.collab.administration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.collab.persistence.entity.Row;

/** Finds what belongs to one user. */
@ApplicationScoped
public class MyDataTable {
    private static final int MOST_DOCUMENTS = 10_000;

    @PersistenceContext
    private EntityManager entities;

    /** A room that the user is in. */
    public record MyRoom(UUID id, String name, String role) {}

    /** A document that the user has written in and may still read. */
    public record MyDocument(UUID id, String title, String roomName) {}

    public List<MyRoom> rooms(UUID userId) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT r.id, r.name, x.role FROM room_roles x JOIN rooms r"
                                + " ON r.id = x.room_id WHERE x.user_id = ?1 AND r.deleted_at IS NULL ORDER BY lower(r.name), r.id")
                .setParameter(1, userId)
                .getResultList();
        return Row.of(rows).stream()
                .map(row -> new MyRoom(row.id(0), row.text(1), row.text(2)))
                .toList();
    }

    public List<String> groups(UUID userId) {
        List<?> names = entities.createNativeQuery(
                        "SELECT DISTINCT name FROM user_groups WHERE user_id = ?1 ORDER BY name")
                .setParameter(1, userId)
                .getResultList();
        return names.stream().map(String::valueOf).toList();
    }

    public List<MyDocument> documents(UUID userId) {
        List<?> rows = entities.createNativeQuery("SELECT d.id, d.title, r.name FROM documents d JOIN rooms r"
                        + " ON r.id = d.room_id JOIN document_roles x ON x.document_id = d.id AND x.user_id = ?1"
                        + " WHERE d.deleted_at IS NULL AND r.deleted_at IS NULL AND (d.created_by = ?1"
                        + " OR EXISTS (SELECT 1 FROM changes c WHERE c.document_id = d.id AND c.author_id = ?1)"
                        + " OR EXISTS (SELECT 1 FROM history_sessions s WHERE s.document_id = d.id"
                        + " AND jsonb_exists(s.people, CAST(?1 AS text)))) ORDER BY d.created_at, d.id")
                .setParameter(1, userId)
                .setMaxResults(MOST_DOCUMENTS)
                .getResultList();
        return Row.of(rows).stream()
                .map(row -> new MyDocument(row.id(0), row.text(1), row.text(2)))
                .toList();
    }
}
