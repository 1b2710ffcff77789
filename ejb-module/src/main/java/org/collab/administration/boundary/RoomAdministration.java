package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.collab.access.control.AccessLocks;
import org.collab.access.entity.Role;
import org.collab.access.entity.RoomMember;
import org.collab.administration.control.AdministrationTable;
import org.collab.administration.entity.RoomRow;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.room.entity.Room;

/** All rooms. Administrators only. */
@Stateless
public class RoomAdministration {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Administrators administrators;

    @Inject
    private AdministrationTable table;

    @Inject
    private Accounts accounts;

    @Inject
    private AccessLocks locks;

    @Inject
    private AuditLog audit;

    public Page<RoomRow> list(UUID caller, String text, PageRequest page) {
        administrators.require(caller);
        return table.rooms(text, page);
    }

    /** Nobody reaches it any more, until it is restored or purged. */
    public void delete(UUID caller, UUID roomId) {
        administrators.require(caller);
        locks.change(roomId);
        find(roomId).delete(Instant.now());
        audit.record(AuditEvent.of(AuditAction.ROOM_DELETED, caller).on("room", roomId));
    }

    public void restore(UUID caller, UUID roomId) {
        administrators.require(caller);
        locks.change(roomId);
        find(roomId).restore();
        audit.record(AuditEvent.of(AuditAction.ROOM_RESTORED, caller).on("room", roomId));
    }

    /**
     * Gives a room that has no owner a new one: somebody else, because administration gives nobody a right to read.
     *
     * @throws CollabException {@code has-owner}, or {@code forbidden} for the caller
     */
    public void giveOwner(UUID caller, UUID roomId, UUID userId) {
        administrators.require(caller);
        locks.change(roomId);
        find(roomId);
        User user = accounts.get(userId);
        if (userId.equals(caller) || user.kind() != UserKind.MEMBER || user.isSuspended()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "the new owner must be another member who may sign in");
        }
        if (hasOwner(roomId)) {
            throw new CollabException(ErrorCode.HAS_OWNER, "this room has an owner, who can name another one");
        }
        RoomMember member = entities.find(RoomMember.class, new RoomMember.Key(roomId, userId));
        if (member == null) {
            entities.persist(new RoomMember(roomId, userId, Role.OWNER, Instant.now()));
        } else {
            member.changeRole(Role.OWNER);
        }
        audit.record(AuditEvent.of(AuditAction.ROOM_OWNER_GIVEN, caller)
                .on("room", roomId)
                .with("user", userId));
    }

    /** Somebody who is suspended can do nothing for the room. */
    private boolean hasOwner(UUID roomId) {
        return entities.createQuery(
                                "SELECT COUNT(m) FROM RoomMember m, User u WHERE m.roomId = :room AND u.id = m.userId"
                                        + " AND m.role = org.collab.access.entity.Role.OWNER AND u.suspendedAt IS NULL",
                                Long.class)
                        .setParameter("room", roomId)
                        .getSingleResult()
                > 0;
    }

    private Room find(UUID roomId) {
        Room room = entities.find(Room.class, roomId);
        if (room == null) {
            throw CollabException.notFound("room");
        }
        return room;
    }
}
