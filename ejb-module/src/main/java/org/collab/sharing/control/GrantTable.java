package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.sharing.entity.Grant;
import org.collab.sharing.entity.GroupGrant;
import org.collab.sharing.entity.Place;
import org.jspecify.annotations.Nullable;

/** The roles that people and groups have in rooms and on documents. Callers have been authorized. */
@ApplicationScoped
public class GrantTable {
    private static final String GROUPS =
            "SELECT CAST(NULL AS uuid) AS user_id, named.name, CAST(NULL AS text) AS color,"
                    + " COALESCE(g.role, r.role) AS role, r.role AS room_role, g.role AS own_role, FALSE AS guest"
                    + " FROM documents d CROSS JOIN LATERAL (SELECT name FROM room_groups WHERE room_id = d.room_id"
                    + " UNION SELECT name FROM document_groups WHERE document_id = d.id) AS named"
                    + " LEFT JOIN room_groups r ON r.room_id = d.room_id AND r.name = named.name"
                    + " LEFT JOIN document_groups g ON g.document_id = d.id AND g.name = named.name WHERE d.id = ?1";
    private static final String PEOPLE =
            "SELECT u.id, u.display_name, u.color, e.role, r.role, m.role, u.kind = 'GUEST'"
                    + " FROM documents d CROSS JOIN LATERAL (SELECT user_id FROM room_members WHERE room_id = d.room_id"
                    + " UNION SELECT user_id FROM document_members WHERE document_id = d.id"
                    + " UNION SELECT v.user_id FROM link_visitors v JOIN share_links l ON l.token = v.token"
                    + " WHERE l.document_id = d.id) AS person"
                    + " JOIN users u ON u.id = person.user_id"
                    + " JOIN document_roles e ON e.document_id = d.id AND e.user_id = u.id"
                    + " LEFT JOIN room_members r ON r.room_id = d.room_id AND r.user_id = u.id"
                    + " LEFT JOIN document_members m ON m.document_id = d.id AND m.user_id = u.id WHERE d.id = ?1";

    @PersistenceContext
    private EntityManager entities;

    /** What was given to somebody by name. */
    public Optional<Role> member(Place place, UUID userId) {
        return role(entities.createNativeQuery("SELECT role FROM " + table(place, "members") + " AND user_id = ?2")
                .setParameter(1, place.id())
                .setParameter(2, userId));
    }

    public void putMember(Place place, UUID userId, Role role) {
        put(place, "members", "user_id", userId, role);
    }

    /** @return whether there was something to take away */
    public boolean removeMember(Place place, UUID userId) {
        return remove(place, "members", "user_id", userId);
    }

    public List<GroupGrant> groups(Place place) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT name, role FROM " + table(place, "groups") + " ORDER BY LOWER(name), name")
                .setParameter(1, place.id())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new GroupGrant(String.valueOf(row[0]), Role.valueOf(String.valueOf(row[1]))))
                .toList();
    }

    public void putGroup(Place place, String name, Role role) {
        put(place, "groups", "name", name, role);
    }

    /** @return whether there was something to take away */
    public boolean removeGroup(Place place, String name) {
        return remove(place, "groups", "name", name);
    }

    /** Whether somebody is in the document's room, or was given a role on it: whoever came by the link alone is not. */
    public boolean isNamed(UUID documentId, UUID userId) {
        return !entities.createNativeQuery("SELECT 1 FROM documents d WHERE d.id = ?1 AND ("
                        + "EXISTS (SELECT 1 FROM room_roles r WHERE r.room_id = d.room_id AND r.user_id = ?2)"
                        + " OR EXISTS (SELECT 1 FROM document_members m WHERE m.document_id = d.id AND m.user_id = ?2)"
                        + " OR EXISTS (SELECT 1 FROM document_groups g JOIN user_groups u ON u.name = g.name"
                        + " WHERE g.document_id = d.id AND u.user_id = ?2))")
                .setParameter(1, documentId)
                .setParameter(2, userId)
                .getResultList()
                .isEmpty();
    }

    /** Everybody and every group with access to a document: groups first, then by role and name. */
    public Page<Grant> onDocument(UUID documentId, PageRequest page) {
        String all = " FROM (" + GROUPS + " UNION ALL " + PEOPLE + ") AS listed";
        List<?> rows = entities.createNativeQuery("SELECT *" + all
                        + " ORDER BY user_id IS NOT NULL, role_rank(role) DESC, LOWER(name), name, user_id")
                .setParameter(1, documentId)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Object total = entities.createNativeQuery("SELECT COUNT(*)" + all)
                .setParameter(1, documentId)
                .getSingleResult();
        return new Page<>(rows.stream().map(row -> grant((Object[]) row)).toList(), ((Number) total).longValue());
    }

    private void put(Place place, String what, String column, Object key, Role role) {
        String owner = owner(place);
        entities.createNativeQuery("INSERT INTO " + owner + "_" + what + " (" + owner + "_id, " + column
                        + ", role, created_at) VALUES (?1, ?2, ?3, now()) ON CONFLICT (" + owner + "_id, " + column
                        + ") DO UPDATE SET role = excluded.role")
                .setParameter(1, place.id())
                .setParameter(2, key)
                .setParameter(3, role.name())
                .executeUpdate();
    }

    private boolean remove(Place place, String what, String column, Object key) {
        return entities.createNativeQuery("DELETE FROM " + table(place, what) + " AND " + column + " = ?2")
                        .setParameter(1, place.id())
                        .setParameter(2, key)
                        .executeUpdate()
                == 1;
    }

    /** The place's rows of {@code room_members}, {@code document_groups} and so on. */
    private static String table(Place place, String what) {
        String owner = owner(place);
        return owner + "_" + what + " WHERE " + owner + "_id = ?1";
    }

    private static String owner(Place place) {
        return switch (place.kind()) {
            case ROOM -> "room";
            case DOCUMENT -> "document";
        };
    }

    private static Grant grant(@Nullable Object[] row) {
        return new Grant(
                Optional.ofNullable(row[0]).map(id -> UUID.fromString(id.toString())),
                String.valueOf(row[1]),
                Optional.ofNullable(row[2]).map(Object::toString),
                Role.valueOf(String.valueOf(row[3])),
                role(row[4]),
                role(row[5]),
                Boolean.TRUE.equals(row[6]));
    }

    private static Optional<Role> role(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().flatMap(GrantTable::role);
    }

    private static Optional<Role> role(@Nullable Object column) {
        return Optional.ofNullable(column).map(name -> Role.valueOf(name.toString()));
    }
}
