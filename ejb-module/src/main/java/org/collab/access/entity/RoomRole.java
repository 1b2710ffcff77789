package org.collab.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The role that a user has in a room, from whatever it comes (view {@code room_roles}). Read only, and only by queries. */
@Entity
@Table(name = "room_roles")
@IdClass(RoomRole.Key.class)
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class RoomRole {
    @Id
    @Column(name = "room_id")
    private UUID roomId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected RoomRole() {}

    public UUID roomId() {
        return roomId;
    }

    public UUID userId() {
        return userId;
    }

    public Role role() {
        return role;
    }

    /** The key, as JPA wants it. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID roomId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // JPA fills the fields
        protected Key() {}

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
