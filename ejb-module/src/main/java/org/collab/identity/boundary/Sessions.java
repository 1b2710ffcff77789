package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.collab.access.control.AccessLocks;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.AccessTokens;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.CompanySession;
import org.collab.identity.entity.Session;
import org.collab.identity.entity.SessionView;
import org.collab.identity.entity.SignInMethod;
import org.collab.identity.entity.User;
import org.collab.secret.OpaqueToken;

/**
 * Signed-in browsers. A refresh token serves once: using it gives the next one. Whoever presents a token that was
 * already used, later than another tab of the same browser could, ends the session for everybody who holds it. A session
 * that ends takes its user's lock, so that no edit that relies on it commits later.
 */
@Stateless
public class Sessions {
    /** How long a browser stays signed in without being used. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    /** Tabs of one browser share the cookie and may refresh at the same time: for so long the old token is no theft. */
    static final Duration TAB_GRACE = Duration.ofSeconds(15);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private AccessLocks locks;

    @Inject
    private AuditLog audit;

    /** A new session of somebody who has proved who they are. */
    public SignIn begin(User user, SignInMethod method, Client client) {
        return begin(user, method, client, LIFETIME, Optional.empty());
    }

    /** A new session that belongs to one of the company's sign-in, or lives shorter than others. */
    public SignIn begin(
            User user, SignInMethod method, Client client, Duration lifetime, Optional<CompanySession> company) {
        OpaqueToken refreshToken = OpaqueToken.random();
        Session session = new Session(user.id(), method, client, refreshToken.hash(), Instant.now(), lifetime);
        company.ifPresent(session::belongsTo);
        entities.persist(session);
        audit.record(AuditEvent.of(AuditAction.SIGNED_IN, user.id())
                .in(session.id())
                .with("method", method.name().toLowerCase(Locale.ROOT)));
        return signedIn(user, session, Optional.of(refreshToken));
    }

    /** The next tokens, or empty where the refresh token is unknown, expired, revoked or stolen, or the user suspended. */
    public Optional<SignIn> refresh(OpaqueToken presented) {
        byte[] hash = presented.hash();
        return findByToken(hash).flatMap(found -> {
            // The user's lock comes before the row's, as where sessions end.
            locks.change(found.userId());
            entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
            return renew(found, hash, Instant.now());
        });
    }

    /** The sessions that a user could go on with, those used last first. */
    public List<SessionView> of(UUID userId) {
        return active(userId).stream().map(Session::view).toList();
    }

    /**
     * Ends one session of a user.
     *
     * @throws CollabException {@code not-found} where it is not this user's, or has ended
     */
    public void revoke(UUID userId, UUID sessionId) {
        if (end(userId, session -> session.id().equals(sessionId)) == 0) {
            throw CollabException.notFound("session");
        }
    }

    /** Ends all sessions of a user; how many there were. */
    public int revokeAll(UUID userId) {
        return end(userId, session -> true);
    }

    /** Ends all sessions of a user but one; how many there were. */
    public int revokeOthers(UUID userId, UUID keep) {
        return end(userId, session -> !session.id().equals(keep));
    }

    /**
     * Ends the caller's session; its refresh token serves no more.
     *
     * @throws CollabException {@code unauthenticated} where it has ended already
     */
    public void signOut(UUID userId, UUID sessionId) {
        if (end(userId, session -> session.id().equals(sessionId)) == 0) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "this session has ended");
        }
        audit.record(AuditEvent.of(AuditAction.SIGNED_OUT, userId).in(sessionId));
    }

    /** What ties a session to one of the company's sign-in. */
    public Optional<CompanySession> company(UUID sessionId) {
        return Optional.ofNullable(entities.find(Session.class, sessionId)).flatMap(Session::company);
    }

    /** Goes on after the company's sign-in was asked again: keeps its new tokens, and tells the user's rights anew. */
    public SignIn goOn(SignIn signIn, Optional<byte[]> companyRefreshToken, Optional<byte[]> companyIdToken) {
        Session session = entities.find(Session.class, signIn.sessionId());
        session.company()
                .ifPresent(company -> session.belongsTo(new CompanySession(
                        company.subject(),
                        company.session(),
                        companyRefreshToken.or(company::refreshToken),
                        companyIdToken.or(company::idToken))));
        return signedIn(accounts.get(session.userId()), session, signIn.refreshToken());
    }

    /** Ends what belongs to one session of the company's sign-in, or to a user there; how many there were. */
    public int endOfCompany(Optional<String> companySession, Optional<String> subject) {
        List<Session> found = companySession.isPresent()
                ? named(Session.BY_COMPANY_SESSION, "session", companySession.get())
                : named(Session.BY_COMPANY_SUBJECT, "subject", subject.orElseThrow());
        locks.change(found.stream().map(Session::userId).toList());
        int ended = 0;
        for (Session session : found) {
            ended += end(session.userId(), each -> each.id().equals(session.id()));
            audit.record(AuditEvent.of(AuditAction.SESSION_REVOKED)
                    .on("user", session.userId())
                    .in(session.id())
                    .with("by", "company"));
        }
        return ended;
    }

    private List<Session> named(String query, String parameter, String value) {
        return entities.createNamedQuery(query, Session.class)
                .setParameter(parameter, value)
                .getResultList();
    }

    private int end(UUID userId, Predicate<Session> which) {
        locks.change(userId);
        Instant now = Instant.now();
        List<Session> ended = active(userId).stream().filter(which).toList();
        ended.forEach(session -> session.revoke(now));
        return ended.size();
    }

    private List<Session> active(UUID userId) {
        return entities.createNamedQuery(Session.ACTIVE, Session.class)
                .setParameter("user", userId)
                .setParameter("now", Instant.now())
                .getResultList();
    }

    private Optional<Session> findByToken(byte[] hash) {
        return entities.createNamedQuery(Session.BY_TOKEN, Session.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    private Optional<SignIn> renew(Session session, byte[] hash, Instant now) {
        User user = accounts.get(session.userId());
        if (!session.isActive(now) || user.isSuspended() || !session.knows(hash)) {
            return Optional.empty();
        }
        if (session.holds(hash)) {
            OpaqueToken next = OpaqueToken.random();
            session.rotate(next.hash(), now, LIFETIME);
            return Optional.of(signedIn(user, session, Optional.of(next)));
        }
        if (now.isAfter(session.rotatedAt().plus(TAB_GRACE))) {
            session.revoke(now);
            audit.record(AuditEvent.of(AuditAction.TOKEN_REUSED)
                    .on("user", session.userId())
                    .in(session.id()));
            return Optional.empty();
        }
        return Optional.of(signedIn(user, session, Optional.empty()));
    }

    private SignIn signedIn(User user, Session session, Optional<OpaqueToken> refreshToken) {
        String accessToken = accessTokens.issue(user, session.id(), Instant.now());
        return new SignIn(user, session.id(), accessToken, AccessTokens.LIFETIME.toSeconds(), refreshToken);
    }
}
