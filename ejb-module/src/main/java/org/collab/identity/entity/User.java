package org.collab.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who can sign in. The e-mail address is stored trimmed and in lower case. */
@Entity
@Table(name = "users")
@NamedQuery(name = User.BY_EMAIL, query = "SELECT u FROM User u WHERE u.email = :email")
public class User {
    public static final String BY_EMAIL = "User.byEmail";

    @Id
    private UUID id;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    private String color;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected User() {}

    public User(UUID id, String email, String displayName, String color, String passwordHash, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.color = color;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    /** The user's colour in avatars and carets, as {@code #rrggbb}. */
    public String color() {
        return color;
    }

    public String passwordHash() {
        return passwordHash;
    }
}
