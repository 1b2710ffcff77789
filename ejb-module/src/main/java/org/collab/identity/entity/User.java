package org.collab.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in. The e-mail address is stored normalised; guests have none, and neither has who
 * was erased.
 */
@Entity
@Table(name = "users")
@NamedQuery(name = User.BY_EMAIL, query = "SELECT u FROM User u WHERE u.email = :email")
public class User {
    public static final String BY_EMAIL = "User.byEmail";

    private static final String ERASED_NAME = "Former member";
    private static final String ERASED_COLOR = "#64748b";

    @Id
    private UUID id;

    private @Nullable String email;

    @Column(name = "display_name")
    private String displayName;

    private String color;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private UserKind kind = UserKind.MEMBER;

    private boolean administrator;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    private @Nullable String language;

    private @Nullable String theme;

    protected User() {}

    public User(UUID id, String email, String displayName, String color, String passwordHash, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.color = color;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /** Somebody who signs in through the company and has no password here. */
    public static User ofCompany(UUID id, String email, String displayName, String color, Instant createdAt) {
        User user = new User();
        user.id = id;
        user.email = email;
        user.displayName = displayName;
        user.color = color;
        user.createdAt = createdAt;
        return user;
    }

    /** Somebody who came by a share link and gave a name: without address and password. */
    public static User guest(UUID id, String displayName, String color, Instant createdAt) {
        User guest = new User();
        guest.id = id;
        guest.displayName = displayName;
        guest.color = color;
        guest.createdAt = createdAt;
        guest.kind = UserKind.GUEST;
        return guest;
    }

    public UUID id() {
        return id;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public String displayName() {
        return displayName;
    }

    /** The user's colour in avatars and carets, as {@code #rrggbb}. */
    public String color() {
        return color;
    }

    /** {@code en} or {@code es}; empty leaves it to the browser. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /** {@code light}, {@code dark} or {@code auto}; empty leaves it to the browser. */
    public Optional<String> theme() {
        return Optional.ofNullable(theme);
    }

    /** Takes over what the settings name; the rest stays. */
    public void change(UserSettings settings) {
        settings.displayName().ifPresent(name -> displayName = name.strip());
        settings.color().ifPresent(chosen -> color = chosen.toLowerCase(Locale.ROOT));
        settings.language().ifPresent(chosen -> language = chosen);
        settings.theme().ifPresent(chosen -> theme = chosen);
    }

    /** Empty for whoever does not sign in by a password here. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public void changePassword(String hash) {
        passwordHash = hash;
    }

    /** From now on the user does not sign in by a password here. */
    public void forgetPassword() {
        passwordHash = null;
    }

    public UserKind kind() {
        return kind;
    }

    /** The name and everything else that tells who this was goes; the id stays. */
    public void erase(Instant now) {
        kind = UserKind.ERASED;
        displayName = ERASED_NAME;
        color = ERASED_COLOR;
        email = null;
        passwordHash = null;
        language = null;
        theme = null;
        administrator = false;
        suspend(now);
    }

    /** Whether the user may administer the installation. */
    public boolean isAdministrator() {
        return administrator;
    }

    public void administer(boolean allowed) {
        administrator = allowed;
    }

    /** A suspended user can neither sign in nor reach anything. */
    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public void suspend(Instant now) {
        if (suspendedAt == null) {
            suspendedAt = now;
        }
    }

    public void resume() {
        suspendedAt = null;
    }
}
