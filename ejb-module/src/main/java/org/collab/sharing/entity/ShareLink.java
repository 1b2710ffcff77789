package org.collab.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.secret.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * The open link of a document. Its token is kept as it is, so that owners can copy it again; whoever has opened it has the
 * link's role until it is closed, expires, gets another token or another password.
 */
@Entity
@Table(name = "share_links")
public class ShareLink {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    private String token;

    @Enumerated(EnumType.STRING)
    private LinkScope scope;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ShareLink() {}

    public ShareLink(UUID documentId, LinkWish wish, UUID createdBy, Instant createdAt) {
        this.documentId = documentId;
        this.token = OpaqueToken.random().value();
        this.scope = wish.scope();
        this.role = wish.role();
        this.expiresAt = wish.expiresAt().orElse(null);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public UUID documentId() {
        return documentId;
    }

    public String token() {
        return token;
    }

    public LinkScope scope() {
        return scope;
    }

    public Role role() {
        return role;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public boolean isOpen(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** Everything but the password. */
    public void change(LinkWish wish) {
        scope = wish.scope();
        role = wish.role();
        expiresAt = wish.expiresAt().orElse(null);
    }

    /** Empty for none. */
    public void protect(Optional<String> newPasswordHash) {
        passwordHash = newPasswordHash.orElse(null);
    }

    public void renew() {
        token = OpaqueToken.random().value();
    }
}
