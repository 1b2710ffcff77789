package org.collab.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in browser. Its refresh token changes at each use; the token before the last is remembered, so that
 * somebody who uses a stolen one is noticed.
 */
@Entity
@Table(name = "sessions")
@NamedQuery(
        name = Session.BY_TOKEN,
        query = "SELECT s FROM Session s WHERE s.tokenHash = :hash OR s.previousTokenHash = :hash")
public class Session {
    public static final String BY_TOKEN = "Session.byToken";

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "previous_token_hash")
    private byte @Nullable [] previousTokenHash;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected Session() {}

    public Session(UUID id, UUID userId, byte[] tokenHash, Instant now, Duration lifetime) {
        this.id = id;
        this.userId = userId;
        this.tokenHash = tokenHash.clone();
        this.rotatedAt = now;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public Instant rotatedAt() {
        return rotatedAt;
    }

    public boolean isActive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public boolean holds(byte[] hash) {
        return Arrays.equals(tokenHash, hash);
    }

    public void rotate(byte[] newTokenHash, Instant now, Duration lifetime) {
        previousTokenHash = tokenHash;
        tokenHash = newTokenHash.clone();
        rotatedAt = now;
        expiresAt = now.plus(lifetime);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
