package org.collab.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A user's membership of a room. */
@Entity
@Table(name = "room_members")
@IdClass(RoomMember.Key.class)
public class RoomMember {

    @Id
    @Column(name = "room_id")
    private UUID roomId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private Instant createdAt;

    protected RoomMember() {}

    public RoomMember(UUID roomId, UUID userId, Role role, Instant createdAt) {
        this.roomId = roomId;
        this.userId = userId;
        this.role = role;
        this.createdAt = createdAt;
    }

    public UUID roomId() {
        return roomId;
    }

    public UUID userId() {
        return userId;
    }

    public Role role() {
        return role;
    }

    public void changeRole(Role newRole) {
        role = newRole;
    }

    /** The primary key, as JPA wants it: a class with the id fields' names and types. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID roomId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // JPA fills the fields
        protected Key() {}

        public Key(UUID roomId, UUID userId) {
            this.roomId = roomId;
            this.userId = userId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && roomId.equals(key.roomId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return 31 * roomId.hashCode() + userId.hashCode();
        }
    }
}
