package org.collab.room.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.control.AccessLocks;
import org.collab.access.entity.Role;
import org.collab.access.entity.RoomMember;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Guests;
import org.collab.identity.entity.User;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.room.entity.Room;

/** The members of a room. A room always keeps at least one owner. */
@Stateless
public class Members {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    @Inject
    private AccessLocks locks;

    @Inject
    private Guests guests;

    @Inject
    private AuditLog audit;

    public Page<MemberView> list(UUID caller, UUID roomId, PageRequest page) {
        access.requireRoom(caller, roomId);
        List<MemberView> items = entities.createQuery(
                        "SELECT NEW org.collab.room.boundary.MemberView(u.id, u.displayName, m.role)"
                                + " FROM RoomMember m, User u WHERE m.roomId = :room AND u.id = m.userId"
                                + " ORDER BY LOWER(u.displayName), u.id",
                        MemberView.class)
                .setParameter("room", roomId)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = entities.createQuery("SELECT COUNT(m) FROM RoomMember m WHERE m.roomId = :room", Long.class)
                .setParameter("room", roomId)
                .getSingleResult();
        return new Page<>(items, total);
    }

    /** Adds the user or changes the role. Owners only. */
    public MemberView put(UUID caller, UUID roomId, UUID userId, Role role) {
        access.requireRoomOwner(caller, roomId);
        lockRoom(roomId);
        User user = guests.requireMember(userId);
        RoomMember member = entities.find(RoomMember.class, new RoomMember.Key(roomId, userId));
        if (member == null) {
            entities.persist(new RoomMember(roomId, userId, role, Instant.now()));
        } else {
            if (!role.mayManage()) {
                requireAnotherOwner(member);
            }
            member.changeRole(role);
        }
        audit.record(AuditEvent.of(AuditAction.ROLE_GIVEN, caller)
                .on("room", roomId)
                .with("user", userId)
                .with("role", role.code()));
        return new MemberView(userId, user.displayName(), role);
    }

    /** Removes a member. Owners remove anybody, everybody may leave. */
    public void remove(UUID caller, UUID roomId, UUID userId) {
        if (caller.equals(userId)) {
            access.requireRoom(caller, roomId);
        } else {
            access.requireRoomOwner(caller, roomId);
        }
        lockRoom(roomId);
        RoomMember member = entities.find(RoomMember.class, new RoomMember.Key(roomId, userId));
        if (member == null) {
            throw CollabException.notFound("member");
        }
        requireAnotherOwner(member);
        entities.remove(member);
        audit.record(AuditEvent.of(AuditAction.ROLE_TAKEN, caller)
                .on("room", roomId)
                .with("user", userId)
                .with("role", member.role().code()));
    }

    /** One change of members at a time, so that two owners cannot demote each other at once. */
    private void lockRoom(UUID roomId) {
        locks.change(roomId);
        if (entities.find(Room.class, roomId, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw CollabException.notFound("room");
        }
    }

    private void requireAnotherOwner(RoomMember member) {
        if (!member.role().mayManage()) {
            return;
        }
        long others = entities.createQuery(
                        "SELECT COUNT(m) FROM RoomMember m WHERE m.roomId = :room AND m.userId <> :user"
                                + " AND m.role = org.collab.access.entity.Role.OWNER",
                        Long.class)
                .setParameter("room", member.roomId())
                .setParameter("user", member.userId())
                .getSingleResult();
        if (others == 0) {
            throw new CollabException(ErrorCode.LAST_OWNER, "a room keeps at least one owner");
        }
    }
}
