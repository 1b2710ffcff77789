package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.AccessTokens;
import org.collab.identity.entity.Session;
import org.collab.identity.entity.User;
import org.collab.secret.OpaqueToken;

/**
 * Signed-in browsers. A refresh token serves once: using it gives the next one. Whoever presents a token that was
 * already used, later than another tab of the same browser could, ends the session for everybody who holds it.
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

    /** @throws CollabException {@code invalid-credentials} */
    public SignIn signIn(String email, String password) {
        User user = accounts.authenticate(email, password);
        OpaqueToken refreshToken = OpaqueToken.random();
        Session session = new Session(UUID.randomUUID(), user.id(), refreshToken.hash(), Instant.now(), LIFETIME);
        entities.persist(session);
        return signedIn(user, session, Optional.of(refreshToken));
    }

    /** The next tokens, or empty where the refresh token is unknown, expired, revoked or stolen. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<SignIn> refresh(OpaqueToken presented) {
        Instant now = Instant.now();
        byte[] hash = presented.hash();
        return findByToken(hash)
                .filter(session -> session.isActive(now))
                .flatMap(session -> session.holds(hash) ? rotate(session, now) : reuse(session, now));
    }

    /** Ends the session; its refresh token serves no more. */
    public void signOut(UUID sessionId) {
        Session session = entities.find(Session.class, sessionId);
        if (session == null) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "this session has ended");
        }
        session.revoke(Instant.now());
    }

    private Optional<Session> findByToken(byte[] hash) {
        return entities.createNamedQuery(Session.BY_TOKEN, Session.class)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Optional<SignIn> rotate(Session session, Instant now) {
        OpaqueToken next = OpaqueToken.random();
        session.rotate(next.hash(), now, LIFETIME);
        return Optional.of(signedIn(accounts.get(session.userId()), session, Optional.of(next)));
    }

    private Optional<SignIn> reuse(Session session, Instant now) {
        if (now.isAfter(session.rotatedAt().plus(TAB_GRACE))) {
            session.revoke(now);
            return Optional.empty();
        }
        return Optional.of(signedIn(accounts.get(session.userId()), session, Optional.empty()));
    }

    private SignIn signedIn(User user, Session session, Optional<OpaqueToken> refreshToken) {
        String accessToken = accessTokens.issue(user, session.id(), Instant.now());
        return new SignIn(user, accessToken, AccessTokens.LIFETIME.toSeconds(), refreshToken);
    }
}
