package org.collab.room.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.control.AccessLocks;
import org.collab.access.entity.Role;
import org.collab.access.entity.RoomMember;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.identity.boundary.Guests;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.room.entity.Room;

/** Rooms as their members see them. Every call names the caller and is authorized here. */
@Stateless
public class Rooms {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    @Inject
    private AuditLog audit;

    @Inject
    private AccessLocks locks;

    @Inject
    private Guests guests;

    /** The creator becomes the owner. Guests have no rooms. */
    public RoomView create(UUID caller, String name) {
        guests.keepOut(caller);
        Room room = new Room(UUID.randomUUID(), name.strip(), caller, Instant.now());
        entities.persist(room);
        entities.flush(); // the membership refers to the room's row
        entities.persist(new RoomMember(room.id(), caller, Role.OWNER, Instant.now()));
        audit.record(AuditEvent.of(AuditAction.ROOM_CREATED, caller).on("room", room.id()));
        return view(room, Role.OWNER);
    }

    /** The caller's rooms by name. */
    public Page<RoomView> list(UUID caller, PageRequest page) {
        List<RoomView> items = entities.createQuery(
                        "SELECT NEW org.collab.room.boundary.RoomView(r.id, r.name, m.role, r.historyForViewers) FROM Room r, RoomRole m"
                                + " WHERE m.roomId = r.id AND r.deletedAt IS NULL AND m.userId = :user ORDER BY LOWER(r.name), r.id",
                        RoomView.class)
                .setParameter("user", caller)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = entities.createQuery(
                        "SELECT COUNT(r) FROM Room r, RoomRole m WHERE m.roomId = r.id AND r.deletedAt IS NULL"
                                + " AND m.userId = :user",
                        Long.class)
                .setParameter("user", caller)
                .getSingleResult();
        return new Page<>(items, total);
    }

    public RoomView get(UUID caller, UUID roomId) {
        Role role = access.requireRoom(caller, roomId);
        return view(find(roomId), role);
    }

    /** Owners only. */
    public RoomView change(UUID caller, UUID roomId, Optional<String> name, Optional<Boolean> historyForViewers) {
        access.requireRoomOwner(caller, roomId);
        Room room = find(roomId);
        name.ifPresent(text -> room.rename(text.strip()));
        historyForViewers.ifPresent(room::showHistoryToViewers);
        historyForViewers.ifPresent(shown -> audit.record(AuditEvent.of(AuditAction.ROOM_CHANGED, caller)
                .on("room", roomId)
                .with("historyForViewers", shown)));
        return view(room, Role.OWNER);
    }

    /** Owners only. The room and its documents are gone for everybody; their rows stay in the database. */
    public void delete(UUID caller, UUID roomId) {
        access.requireRoomOwner(caller, roomId);
        locks.change(roomId);
        find(roomId).delete(Instant.now());
        audit.record(AuditEvent.of(AuditAction.ROOM_DELETED, caller).on("room", roomId));
    }

    private static RoomView view(Room room, Role role) {
        return new RoomView(room.id(), room.name(), role, room.historyForViewers());
    }

    private Room find(UUID roomId) {
        Room room = entities.find(Room.class, roomId);
        if (room == null || room.isDeleted()) {
            throw CollabException.notFound("room");
        }
        return room;
    }
}
