package org.collab.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.persistence.entity.IdArray;
import org.collab.persistence.entity.Row;

/**
 * Answers who may do what. Somebody without any role learns only that there is no such room or document; somebody whose
 * role is too small is told that it is forbidden.
 */
@Stateless
public class AccessControl {
    @PersistenceContext
    private EntityManager entities;

    public Optional<Role> roleInRoom(UUID userId, UUID roomId) {
        return entities.createQuery(
                        "SELECT m.role FROM RoomRole m, Room r WHERE r.id = :room AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId = :user",
                        Role.class)
                .setParameter("room", roomId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Role> roleOnDocument(UUID userId, UUID documentId) {
        return entities.createQuery(
                        "SELECT m.role FROM DocumentRole m, Room r, Document d WHERE d.id = :document AND d.deletedAt IS NULL"
                                + " AND r.id = d.roomId AND r.deletedAt IS NULL"
                                + " AND m.documentId = d.id AND m.userId = :user",
                        Role.class)
                .setParameter("document", documentId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /** @throws CollabException {@code not-found} */
    public Role requireRoom(UUID userId, UUID roomId) {
        return roleInRoom(userId, roomId).orElseThrow(() -> CollabException.notFound("room"));
    }

    /** @throws CollabException {@code not-found} */
    public Role requireDocument(UUID userId, UUID documentId) {
        return roleOnDocument(userId, documentId).orElseThrow(() -> CollabException.notFound("document"));
    }

    /** @throws CollabException {@code not-found} or {@code forbidden} */
    public void requireRoomOwner(UUID userId, UUID roomId) {
        if (!requireRoom(userId, roomId).mayManage()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an owner of the room may do this");
        }
    }

    /** @throws CollabException {@code not-found} or {@code forbidden} */
    public Role requireRoomEditor(UUID userId, UUID roomId) {
        Role role = requireRoom(userId, roomId);
        requireEdit(role);
        return role;
    }

    /** @throws CollabException {@code not-found} or {@code forbidden} */
    public Role requireDocumentEditor(UUID userId, UUID documentId) {
        Role role = requireDocument(userId, documentId);
        requireEdit(role);
        return role;
    }

    /**
     * The caller's role, where it may see what has been in the document before: viewers only where the room allows it.
     *
     * @throws CollabException {@code not-found} or {@code forbidden}
     */
    public Role requireHistory(UUID userId, UUID documentId) {
        Role role = requireDocument(userId, documentId);
        if (!readsHistory(role, documentId)) {
            throw new CollabException(ErrorCode.FORBIDDEN, "viewers may not see the history in this room");
        }
        return role;
    }

    /** Whether somebody with this role on a document may see what has been in it before. */
    public boolean readsHistory(Role role, UUID documentId) {
        return role != Role.VIEWER
                || entities.createQuery(
                                "SELECT r.historyForViewers FROM Room r, Document d WHERE d.id = :document"
                                        + " AND r.id = d.roomId",
                                Boolean.class)
                        .setParameter("document", documentId)
                        .getResultStream()
                        .findFirst()
                        .orElse(false);
    }

    /**
     * Whether somebody may take a document away from its room: who edits both. A role on the document alone, given by a
     * grant or a link, is not enough.
     *
     * @throws CollabException {@code not-found} or {@code forbidden}
     */
    public void requireTakingAway(UUID userId, UUID documentId) {
        requireDocumentEditor(userId, documentId);
        if (roleInRoomOf(userId, documentId).filter(Role::mayEdit).isEmpty()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an editor of the room may do this");
        }
    }

    /** @throws CollabException {@code not-found} or {@code forbidden} */
    public void requireDocumentOwner(UUID userId, UUID documentId) {
        if (!requireDocument(userId, documentId).mayManage()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an owner may do this");
        }
    }

    /**
     * Whether somebody may take a document out of the trash, where nothing else reaches it: editors and owners of its room.
     *
     * @throws CollabException {@code not-found} or {@code forbidden}
     */
    public void requireTrashEditor(UUID userId, UUID documentId) {
        requireEdit(roleInRoomOf(userId, documentId).orElseThrow(() -> CollabException.notFound("document")));
    }

    /** The role in the document's room, also where the document is in the trash. */
    private Optional<Role> roleInRoomOf(UUID userId, UUID documentId) {
        return entities.createQuery(
                        "SELECT m.role FROM RoomRole m, Room r, Document d WHERE d.id = :document"
                                + " AND r.id = d.roomId AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId = :user",
                        Role.class)
                .setParameter("document", documentId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /**
     * The roles of several writers on a document, which stay as they are until the caller's transaction ends: a removal,
     * demotion, suspension or sign-out that commits first is seen, and one that comes later waits. Writers without a role,
     * or whose session has ended, are left out.
     */
    public LockedRoles lockRolesOnDocument(Collection<Writer> writers, UUID documentId) {
        List<Writer> ordered = List.copyOf(writers);
        List<?> rows = entities.createNativeQuery("SELECT user_id, session_id, room_id, role"
                        + " FROM locked_roles(?1, CAST(?2 AS uuid[]), CAST(?3 AS uuid[]))")
                .setParameter(1, documentId)
                .setParameter(2, array(ordered.stream().map(Writer::userId).map(UUID::toString)))
                .setParameter(
                        3,
                        array(ordered.stream()
                                .map(writer ->
                                        writer.sessionId().map(UUID::toString).orElse("NULL"))))
                .getResultList();
        Map<Writer, Role> roles = new HashMap<>();
        Set<UUID> rooms = new HashSet<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            roles.put(
                    new Writer(id(row[0]), Optional.ofNullable(row[1]).map(AccessControl::id)),
                    Role.valueOf(String.valueOf(row[3])));
            rooms.add(id(row[2]));
        }
        return new LockedRoles(roles, rooms);
    }

    /**
     * Roles that stay as they are until the transaction ends.
     *
     * @param rooms where the document was when they were read: a document that is moved meanwhile has other roles
     */
    public record LockedRoles(Map<Writer, Role> roles, Set<UUID> rooms) {}

    /** Whether the session goes on, where there is one, and the user is not suspended. */
    public boolean isSignedIn(Writer writer) {
        return !signedIn(Set.of(writer)).isEmpty();
    }

    /** Those of the writers whose sessions go on, and who are not suspended. */
    public Set<Writer> signedIn(Collection<Writer> writers) {
        List<Writer> ordered = List.copyOf(writers);
        List<?> rows = entities.createNativeQuery(
                        "SELECT w.place FROM unnest(CAST(?1 AS uuid[]), CAST(?2 AS uuid[]))"
                                + " WITH ORDINALITY AS w (user_id, session_id, place) WHERE is_signed_in(w.user_id, w.session_id)")
                .setParameter(1, array(ordered.stream().map(Writer::userId).map(UUID::toString)))
                .setParameter(
                        2,
                        array(ordered.stream()
                                .map(writer ->
                                        writer.sessionId().map(UUID::toString).orElse("NULL"))))
                .getResultList();
        return rows.stream()
                .map(place -> ordered.get(((Number) place).intValue() - 1))
                .collect(Collectors.toSet());
    }

    /**
     * The roles that users have on documents; whoever has none on a document is left out. One statement for any number.
     *
     * @param users by document
     */
    public Map<UUID, Map<UUID, Role>> rolesOnDocuments(Map<UUID, ? extends Collection<UUID>> users) {
        List<UUID> documents = new ArrayList<>();
        List<UUID> persons = new ArrayList<>();
        users.forEach((document, of) -> of.forEach(user -> {
            documents.add(document);
            persons.add(user);
        }));
        List<?> rows = entities.createNativeQuery(
                        "SELECT asked.document_id, asked.user_id, m.role"
                                + " FROM unnest(CAST(?1 AS uuid[]), CAST(?2 AS uuid[])) AS asked (document_id, user_id)"
                                + " JOIN documents d ON d.id = asked.document_id AND d.deleted_at IS NULL"
                                + " JOIN rooms r ON r.id = d.room_id AND r.deleted_at IS NULL"
                                + " CROSS JOIN LATERAL (SELECT given.role FROM document_roles given"
                                + " WHERE given.document_id = asked.document_id AND given.user_id = asked.user_id OFFSET 0) AS m")
                .setParameter(1, IdArray.of(documents))
                .setParameter(2, IdArray.of(persons))
                .getResultList();
        Map<UUID, Map<UUID, Role>> roles = new HashMap<>();
        Row.of(rows)
                .forEach(row -> roles.computeIfAbsent(row.id(0), document -> new HashMap<>())
                        .put(row.id(1), Role.valueOf(row.text(2))));
        return roles;
    }

    private static String array(Stream<String> items) {
        return items.collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID id(Object column) {
        return UUID.fromString(String.valueOf(column));
    }

    private static void requireEdit(Role role) {
        if (!role.mayEdit()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "a " + role.code() + " may not change documents here");
        }
    }
}
