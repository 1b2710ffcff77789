package org.collab.administration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.administration.entity.HeldRow;
import org.collab.administration.entity.RoomRow;
import org.collab.administration.entity.SessionRow;
import org.collab.administration.entity.StorageUse;
import org.collab.administration.entity.UserRow;
import org.collab.identity.entity.SessionView;
import org.collab.identity.entity.SignInMethod;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.persistence.entity.IdArray;
import org.collab.persistence.entity.Row;

/** Reads the whole installation, for administrators. */
@ApplicationScoped
public class AdministrationTable {
    private static final int LARGEST = 20;

    private static final String USERS = " FROM users u LEFT JOIN (SELECT s.user_id, max(s.rotated_at) AS used_at,"
            + " count(*) FILTER (WHERE s.revoked_at IS NULL AND s.expires_at > now()) AS active FROM sessions s"
            + " GROUP BY s.user_id) s ON s.user_id = u.id"
            + " WHERE ?1 = '' OR strpos(lower(concat_ws(' ', u.display_name, u.email)), lower(?1)) > 0";

    private static final String ROOMS =
            " FROM rooms r WHERE ?1 = '' OR strpos(lower(r.name), lower(?1)) > 0 OR CAST(r.id AS text) = ?1";

    private static final String SESSIONS = " FROM sessions s JOIN users u ON u.id = s.user_id"
            + " WHERE s.revoked_at IS NULL AND s.expires_at > now() AND (?1 = ''"
            + " OR strpos(lower(concat_ws(' ', u.display_name, u.email, s.address)), lower(?1)) > 0)";

    @PersistenceContext
    private EntityManager entities;

    public Page<UserRow> users(String text, PageRequest page) {
        return page(
                        "SELECT u.id, u.email, u.display_name, u.color, u.kind, u.administrator,"
                                + " u.suspended_at IS NOT NULL, EXISTS (SELECT 1 FROM holds h WHERE h.kind = 'USER'"
                                + " AND h.target_id = u.id), u.created_at, s.used_at, COALESCE(s.active, 0)",
                        USERS,
                        " ORDER BY lower(u.display_name), u.id",
                        text,
                        page)
                .map(row -> new UserRow(
                        row.id(0),
                        row.optionalText(1),
                        row.text(2),
                        row.text(3),
                        row.text(4).toLowerCase(Locale.ROOT),
                        row.flag(5),
                        row.flag(6),
                        row.flag(7),
                        row.instant(8),
                        row.optionalInstant(9),
                        row.number(10)));
    }

    public Page<RoomRow> rooms(String text, PageRequest page) {
        return page(
                        "SELECT r.id, r.name, (SELECT string_agg(u.display_name, ', ' ORDER BY u.display_name)"
                                + " FROM room_members m JOIN users u ON u.id = m.user_id WHERE m.room_id = r.id"
                                + " AND m.role = 'OWNER'),"
                                + " (SELECT count(*) FROM room_members m WHERE m.room_id = r.id),"
                                + " (SELECT count(*) FROM documents d WHERE d.room_id = r.id AND d.deleted_at IS NULL),"
                                + " (SELECT COALESCE(sum(length(t.text)), 0) FROM documents d JOIN document_texts t"
                                + " ON t.document_id = d.id WHERE d.room_id = r.id),"
                                + " (SELECT COALESCE(sum(i.size), 0) FROM images i WHERE i.id IN (SELECT l.image_id"
                                + " FROM document_images l JOIN documents d ON d.id = l.document_id"
                                + " WHERE d.room_id = r.id)),"
                                + " EXISTS (SELECT 1 FROM holds h WHERE h.kind = 'ROOM' AND h.target_id = r.id),"
                                + " r.created_at, r.deleted_at",
                        ROOMS,
                        " ORDER BY lower(r.name), r.id",
                        text,
                        page)
                .map(row -> new RoomRow(
                        row.id(0),
                        row.text(1),
                        row.optionalText(2),
                        row.number(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.flag(7),
                        row.instant(8),
                        row.optionalInstant(9)));
    }

    public Page<SessionRow> sessions(String text, PageRequest page) {
        return page(
                        "SELECT u.id, u.display_name, u.email, s.id, s.method, s.created_at, s.rotated_at,"
                                + " s.expires_at, s.address, s.user_agent",
                        SESSIONS,
                        " ORDER BY s.rotated_at DESC, s.id",
                        text,
                        page)
                .map(row -> new SessionRow(
                        row.id(0),
                        row.text(1),
                        row.optionalText(2),
                        new SessionView(
                                row.id(3),
                                SignInMethod.valueOf(row.text(4)),
                                row.instant(5),
                                row.instant(6),
                                row.instant(7),
                                row.optionalText(8),
                                row.optionalText(9))));
    }

    private Page<Row> page(String columns, String tables, String order, String text, PageRequest page) {
        Query rows = entities.createNativeQuery(columns + tables + order)
                .setParameter(1, text.strip())
                .setFirstResult(page.offset())
                .setMaxResults(page.limit());
        Object total = entities.createNativeQuery("SELECT count(*)" + tables)
                .setParameter(1, text.strip())
                .getSingleResult();
        return new Page<>(Row.of(rows.getResultList()), ((Number) total).longValue());
    }

    public List<HeldRow> holds() {
        List<?> rows = entities.createNativeQuery("SELECT h.kind, h.target_id, COALESCE(d.title, r.name,"
                        + " t.display_name, ''), h.reason, u.display_name, h.placed_at FROM holds h"
                        + " JOIN users u ON u.id = h.placed_by"
                        + " LEFT JOIN documents d ON h.kind = 'DOCUMENT' AND d.id = h.target_id"
                        + " LEFT JOIN rooms r ON h.kind = 'ROOM' AND r.id = h.target_id"
                        + " LEFT JOIN users t ON h.kind = 'USER' AND t.id = h.target_id"
                        + " ORDER BY h.placed_at DESC, h.target_id")
                .getResultList();
        return Row.of(rows).stream()
                .map(row -> new HeldRow(
                        row.text(0).toLowerCase(Locale.ROOT),
                        row.id(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.instant(5)))
                .toList();
    }

    /** The names of those of the ids that are users' or rooms'. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT id, display_name FROM users WHERE id = ANY (CAST(?1 AS uuid[]))"
                                + " UNION ALL SELECT id, name FROM rooms WHERE id = ANY (CAST(?1 AS uuid[]))")
                .setParameter(1, IdArray.of(ids))
                .getResultList();
        return Row.of(rows).stream().collect(Collectors.toMap(row -> row.id(0), row -> row.text(1)));
    }

    /** Whether there is such a document, room or user. */
    public boolean exists(String table, UUID id) {
        return !entities.createNativeQuery("SELECT 1 FROM " + table + " WHERE id = ?1")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    public StorageUse storage() {
        Row sizes = Row.of(entities.createNativeQuery("SELECT pg_database_size(current_database()),"
                                + " (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'"
                                + " AND (c.relname LIKE 'changes_p%' OR c.relname IN ('change_chunks', 'snapshots'))),"
                                + " pg_total_relation_size('images'), pg_total_relation_size('document_texts'),"
                                + " pg_total_relation_size('audit_events'),"
                                + " (SELECT count(*) FROM documents), (SELECT count(*) FROM users)")
                        .getResultList())
                .get(0);
        return new StorageUse(
                sizes.number(0),
                sizes.number(1),
                sizes.number(2),
                sizes.number(3),
                sizes.number(4),
                sizes.number(5),
                sizes.number(6),
                largest());
    }

    private List<StorageUse.LargeDocument> largest() {
        List<?> rows = entities.createNativeQuery("SELECT d.id, r.name, length(t.text), d.head_revision,"
                        + " (SELECT COALESCE(sum(i.size), 0) FROM document_images l JOIN images i ON i.id = l.image_id"
                        + " WHERE l.document_id = d.id) AS pictures FROM documents d JOIN rooms r ON r.id = d.room_id"
                        + " JOIN document_texts t ON t.document_id = d.id"
                        + " ORDER BY length(t.text) DESC, d.id LIMIT " + LARGEST)
                .getResultList();
        return Row.of(rows).stream()
                .map(row -> new StorageUse.LargeDocument(
                        row.id(0), row.text(1), row.number(2), row.number(3), row.number(4)))
                .toList();
    }
}
