package org.collab.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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
@NamedQuery(
        name = Session.ACTIVE,
        query = "SELECT s FROM Session s WHERE s.userId = :user AND s.revokedAt IS NULL AND s.expiresAt > :now"
                + " ORDER BY s.rotatedAt DESC")
@NamedQuery(
        name = Session.BY_COMPANY_SESSION,
        query = "SELECT s FROM Session s WHERE s.revokedAt IS NULL AND s.ssoSession = :session")
@NamedQuery(
        name = Session.BY_COMPANY_SUBJECT,
        query = "SELECT s FROM Session s WHERE s.revokedAt IS NULL AND s.ssoSubject = :subject")
public class Session {
    public static final String BY_TOKEN = "Session.byToken";
    public static final String ACTIVE = "Session.active";
    public static final String BY_COMPANY_SESSION = "Session.byCompanySession";
    public static final String BY_COMPANY_SUBJECT = "Session.byCompanySubject";

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

    @Enumerated(EnumType.STRING)
    private SignInMethod method = SignInMethod.PASSWORD;

    private @Nullable String address;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    @Column(name = "sso_subject")
    private @Nullable String ssoSubject;

    @Column(name = "sso_session")
    private @Nullable String ssoSession;

    @Column(name = "sso_token")
    private byte @Nullable [] ssoToken;

    @Column(name = "sso_id_token")
    private byte @Nullable [] ssoIdToken;

    protected Session() {}

    public Session(UUID userId, SignInMethod method, Client client, byte[] tokenHash, Instant now, Duration lifetime) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.method = method;
        this.address = client.address();
        this.userAgent = client.userAgent().orElse(null);
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

    public SignInMethod method() {
        return method;
    }

    public SessionView view() {
        return new SessionView(
                id,
                method,
                createdAt,
                rotatedAt,
                expiresAt,
                Optional.ofNullable(address),
                Optional.ofNullable(userAgent));
    }

    /** What the company's sign-in calls this user and this session, and its tokens, encrypted. */
    public void belongsTo(CompanySession company) {
        ssoSubject = company.subject();
        ssoSession = company.session().orElse(null);
        ssoToken = company.refreshToken().orElse(null);
        ssoIdToken = company.idToken().orElse(null);
    }

    /** Empty where the session did not begin in the company's sign-in. */
    public Optional<CompanySession> company() {
        return ssoSubject == null
                ? Optional.empty()
                : Optional.of(new CompanySession(
                        ssoSubject,
                        Optional.ofNullable(ssoSession),
                        Optional.ofNullable(ssoToken),
                        Optional.ofNullable(ssoIdToken)));
    }

    public boolean isActive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public boolean holds(byte[] hash) {
        return Arrays.equals(tokenHash, hash);
    }

    /** Whether it is the token of now or the one before. */
    public boolean knows(byte[] hash) {
        return holds(hash) || Arrays.equals(previousTokenHash, hash);
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
