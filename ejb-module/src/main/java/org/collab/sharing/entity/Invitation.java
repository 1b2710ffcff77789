package org.collab.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.jspecify.annotations.Nullable;

/** A role that waits for whoever signs in with the address and shows the token. */
@Entity
@Table(name = "invitations")
public class Invitation {
    @Id
    private UUID id;

    @Column(name = "room_id")
    private @Nullable UUID roomId;

    @Column(name = "document_id")
    private @Nullable UUID documentId;

    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Invitation() {}

    public Invitation(
            UUID id,
            Place place,
            String email,
            Role role,
            byte[] tokenHash,
            UUID createdBy,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.roomId = place.kind() == Place.Kind.ROOM ? place.id() : null;
        this.documentId = place.kind() == Place.Kind.DOCUMENT ? place.id() : null;
        this.email = email;
        this.role = role;
        this.tokenHash = tokenHash.clone();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public Place place() {
        UUID room = roomId;
        UUID document = documentId;
        if (room != null) {
            return Place.room(room);
        }
        if (document == null) {
            throw new IllegalStateException("the invitation " + id + " is to nowhere");
        }
        return Place.document(document);
    }

    /** Normalised, as addresses of accounts are. */
    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }
}
