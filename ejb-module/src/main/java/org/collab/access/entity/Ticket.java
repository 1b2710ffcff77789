package org.collab.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The right of one user to open one WebSocket on one document, once and soon. */
@Entity
@Table(name = "tickets")
public class Ticket {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "session_id")
    private @Nullable UUID sessionId;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Ticket() {}

    public Ticket(byte[] tokenHash, Writer writer, UUID documentId, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.userId = writer.userId();
        this.sessionId = writer.sessionId().orElse(null);
        this.documentId = documentId;
        this.expiresAt = expiresAt;
    }

    public Writer writer() {
        return new Writer(userId, Optional.ofNullable(sessionId));
    }

    public UUID documentId() {
        return documentId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
