package org.collab.identity.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.collab.secret.OpaqueToken;

/**
 * Browsers on their way through the company's sign-in, and logout tokens that have served. In the database, so that any
 * node goes on where another has begun. Each serves once.
 */
@Stateless
public class SsoLogins {
    /** How long somebody may take to sign in there. */
    private static final int LIFETIME_SECONDS = 600;

    /** Longer than any logout token is valid. */
    private static final int LOGOUT_SECONDS = 86_400;

    @PersistenceContext
    private EntityManager entities;

    /** One of them. */
    public record Pending(SsoProtocol.Challenge challenge, String returnTo) {}

    /** @param browser the secret in the browser's cookie: nobody else finishes what it has begun */
    public void begin(SsoProtocol.Challenge challenge, OpaqueToken browser, String returnTo) {
        entities.createNativeQuery("INSERT INTO sso_logins"
                        + " (state_hash, browser_hash, nonce, verifier, return_to, redirect_uri, expires_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, now() + make_interval(secs => ?7))")
                .setParameter(1, new OpaqueToken(challenge.state()).hash())
                .setParameter(2, browser.hash())
                .setParameter(3, challenge.nonce())
                .setParameter(4, challenge.verifier())
                .setParameter(5, returnTo)
                .setParameter(6, challenge.redirectUri())
                .setParameter(7, (double) LIFETIME_SECONDS)
                .executeUpdate();
    }

    /** Empty where the state is unknown, used, late or another browser's. */
    public Optional<Pending> take(String state, OpaqueToken browser) {
        List<?> rows = entities.createNativeQuery("DELETE FROM sso_logins WHERE state_hash = ?1 AND browser_hash = ?2"
                        + " AND expires_at > now() RETURNING nonce, verifier, redirect_uri, return_to")
                .setParameter(1, new OpaqueToken(state).hash())
                .setParameter(2, browser.hash())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new Pending(
                        new SsoProtocol.Challenge(state, text(row[0]), text(row[1]), text(row[2])), text(row[3])));
    }

    /** Whether a logout token comes for the first time. */
    public boolean isFirstUse(String logoutTokenId) {
        return entities.createNativeQuery("INSERT INTO sso_logout_tokens (token_hash, expires_at)"
                                + " VALUES (?1, now() + make_interval(secs => ?2)) ON CONFLICT DO NOTHING")
                        .setParameter(1, new OpaqueToken(logoutTokenId).hash())
                        .setParameter(2, (double) LOGOUT_SECONDS)
                        .executeUpdate()
                == 1;
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void forgetOld() {
        entities.createNativeQuery("DELETE FROM sso_logins WHERE expires_at <= now()")
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM sso_logout_tokens WHERE expires_at <= now()")
                .executeUpdate();
    }

    private static String text(Object column) {
        return String.valueOf(column);
    }
}
