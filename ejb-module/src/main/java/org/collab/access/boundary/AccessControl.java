package org.collab.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

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
                        "SELECT m.role FROM RoomMember m, Room r WHERE r.id = :room AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId = :user",
                        Role.class)
                .setParameter("room", roomId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Role> roleOnDocument(UUID userId, UUID documentId) {
        return entities.createQuery(
                        "SELECT m.role FROM RoomMember m, Room r, Document d WHERE d.id = :document AND d.deletedAt IS NULL"
                                + " AND r.id = d.roomId AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId = :user",
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

    /** @throws CollabException {@code not-found} or {@code forbidden} */
    public void requireDocumentOwner(UUID userId, UUID documentId) {
        if (!requireDocument(userId, documentId).mayManage()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an owner of the room may do this");
        }
    }

    /**
     * Whether somebody may take a document out of the trash, where nothing else reaches it: editors and owners of its room.
     *
     * @throws CollabException {@code not-found} or {@code forbidden}
     */
    public void requireTrashEditor(UUID userId, UUID documentId) {
        Role role = entities.createQuery(
                        "SELECT m.role FROM RoomMember m, Room r, Document d WHERE d.id = :document"
                                + " AND r.id = d.roomId AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId = :user",
                        Role.class)
                .setParameter("document", documentId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> CollabException.notFound("document"));
        requireEdit(role);
    }

    /**
     * The roles of several users on a document, each locked until the caller's transaction ends: a removal or demotion
     * that commits first is seen, and one that comes later waits. Users without a role are left out.
     */
    public LockedRoles lockRolesOnDocument(Collection<UUID> userIds, UUID documentId) {
        Map<UUID, Role> roles = new HashMap<>();
        Set<UUID> rooms = new HashSet<>();
        for (UUID userId : userIds) {
            lockRole(userId, documentId).ifPresent(found -> {
                roles.put(userId, found.role());
                rooms.add(found.roomId());
            });
        }
        return new LockedRoles(roles, rooms);
    }

    /**
     * Roles that stay as they are until the transaction ends.
     *
     * @param rooms where the document was when they were read: a document that is moved meanwhile has other roles
     */
    public record LockedRoles(Map<UUID, Role> roles, Set<UUID> rooms) {}

    private record RoleInRoom(UUID roomId, Role role) {}

    /** The roles that some users have on some documents; whoever has none on a document is left out. */
    public Map<UUID, Map<UUID, Role>> rolesOnDocuments(Collection<UUID> documentIds, Collection<UUID> userIds) {
        Map<UUID, Map<UUID, Role>> roles = new HashMap<>();
        entities.createQuery(
                        "SELECT d.id, m.userId, m.role FROM RoomMember m, Room r, Document d WHERE d.id IN :documents"
                                + " AND d.deletedAt IS NULL AND r.id = d.roomId AND r.deletedAt IS NULL"
                                + " AND m.roomId = r.id AND m.userId IN :users",
                        Object[].class)
                .setParameter("documents", documentIds)
                .setParameter("users", userIds)
                .getResultStream()
                .forEach(row -> roles.computeIfAbsent((UUID) row[0], id -> new HashMap<>())
                        .put((UUID) row[1], (Role) row[2]));
        return roles;
    }

    private Optional<RoleInRoom> lockRole(UUID userId, UUID documentId) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT m.role, d.room_id FROM room_members m JOIN rooms r ON r.id = m.room_id JOIN documents d ON d.room_id = r.id"
                                + " WHERE d.id = ?1 AND d.deleted_at IS NULL AND r.deleted_at IS NULL"
                                + " AND m.user_id = ?2 FOR SHARE OF m, r")
                .setParameter(1, documentId)
                .setParameter(2, userId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new RoleInRoom(UUID.fromString(String.valueOf(row[1])), Role.valueOf(String.valueOf(row[0]))))
                .findFirst();
    }

    private static void requireEdit(Role role) {
        if (!role.mayEdit()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "a " + role.code() + " may not change documents here");
        }
    }
}
