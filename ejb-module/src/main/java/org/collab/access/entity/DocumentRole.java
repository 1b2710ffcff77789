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

/** The role that a user has on a document, from whatever it comes (view {@code document_roles}). Read only, and only by queries. */
@Entity
@Table(name = "document_roles")
@IdClass(DocumentRole.Key.class)
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class DocumentRole {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "room_id", insertable = false, updatable = false)
    private UUID roomId;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected DocumentRole() {}

    public UUID documentId() {
        return documentId;
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

        private UUID documentId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // JPA fills the fields
        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && documentId.equals(key.documentId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return 31 * documentId.hashCode() + userId.hashCode();
        }
    }
}
