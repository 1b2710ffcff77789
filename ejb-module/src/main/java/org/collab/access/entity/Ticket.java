package org.collab.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The right of one user to open one WebSocket on one document, once and soon. */
@Entity
@Table(name = "tickets")
public class Ticket {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Ticket() {}

    public Ticket(byte[] tokenHash, UUID userId, UUID documentId, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.userId = userId;
        this.documentId = documentId;
        this.expiresAt = expiresAt;
    }

    public UUID userId() {
        return userId;
    }

    public UUID documentId() {
        return documentId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
