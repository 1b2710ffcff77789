package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.AccessTokens;
import org.collab.identity.control.SealedSecrets;
import org.collab.identity.control.SsoLogins;
import org.collab.identity.control.SsoProtocol;
import org.collab.identity.control.SsoProtocol.Bearer;
import org.collab.identity.control.SsoProtocol.Challenge;
import org.collab.identity.control.SsoProtocol.LogoutNotice;
import org.collab.identity.control.SsoProtocol.Proof;
import org.collab.identity.control.SsoProtocol.Standing;
import org.collab.identity.control.SsoSettings;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.CompanyPerson;
import org.collab.identity.entity.CompanySession;
import org.collab.identity.entity.SignInMethod;
import org.collab.identity.entity.User;
import org.collab.secret.OpaqueToken;

/**
 * Signing in through the company. It ends in a session of our own; the company's tokens stay in the database, sealed. No
 * transaction is open while the company's sign-in is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SingleSignOn {
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    @Inject
    private SsoSettings settings;

    @Inject
    private SsoProtocol protocol;

    @Inject
    private SsoLogins logins;

    @Inject
    private CompanyUsers users;

    @Inject
    private Sessions sessions;

    @Inject
    private SealedSecrets secrets;

    @Inject
    private AuditLog audit;

    /** Where a browser goes to sign in. */
    public record Departure(URI authorization, OpaqueToken browser) {}

    /**
     * A browser that has come back signed in.
     *
     * @param returnTo a path of the application
     */
    public record Arrival(SignIn signIn, String returnTo) {}

    /**
     * A program that has shown a token.
     *
     * @param tokenExpiresAt until when the company lets that token be used
     */
    public record ProgramSignIn(SignIn signIn, Instant tokenExpiresAt) {}

    /**
     * Sends a browser away.
     *
     * @param returnTo where it wants to be afterwards; anything but a path of the application becomes its start page
     * @param browser the secret in its cookie, if it has been here before
     * @param callback the address that the company's sign-in sends it back to
     * @throws CollabException {@code not-found} where there is no such sign-in, {@code sso-away}
     */
    public Departure depart(Optional<String> returnTo, Optional<OpaqueToken> browser, String callback) {
        requireConfigured();
        Challenge challenge = new Challenge(
                OpaqueToken.random().value(),
                OpaqueToken.random().value(),
                OpaqueToken.random().value(),
                callback);
        URI authorization = protocol.authorization(challenge);
        OpaqueToken secret = browser.orElseGet(OpaqueToken::random);
        logins.begin(
                challenge,
                secret,
                returnTo.filter(path -> OWN_PATH.matcher(path).matches()).orElse("/"));
        return new Departure(authorization, secret);
    }

    /**
     * Receives a browser.
     *
     * @throws CollabException {@code sso-expired}, {@code sso-failed}, {@code sso-away}, or why the person is not let in
     */
    public Arrival arrive(String state, String code, OpaqueToken browser, Client client) {
        requireConfigured();
        SsoLogins.Pending pending = logins.take(state, browser)
                .orElseThrow(() -> new CollabException(
                        ErrorCode.SSO_EXPIRED, "this sign-in has taken too long or was begun elsewhere; try again"));
        Proof proof = protocol.redeem(code, pending.challenge());
        User user = admit(proof.person());
        SignIn signIn = sessions.begin(
                user,
                SignInMethod.SSO,
                client,
                Sessions.LIFETIME,
                Optional.of(new CompanySession(
                        proof.subject(),
                        proof.session(),
                        proof.refreshToken().map(secrets::seal),
                        Optional.of(secrets.seal(proof.idToken())))));
        return new Arrival(signIn, pending.returnTo());
    }

    /**
     * The next tokens of a browser, or empty where its session has ended, here or there. The company's sign-in is asked
     * again by the one tab that gets the new refresh token; while it is away, everything stays as it was.
     */
    public Optional<SignIn> refresh(OpaqueToken presented) {
        return sessions.refresh(presented)
                .flatMap(signIn -> signIn.refreshToken().isPresent() && settings.configured()
                        ? askAgain(signIn)
                        : Optional.of(signIn));
    }

    /** Ends the caller's session; where the browser goes to end the one there too. */
    public Optional<URI> signOut(UUID userId, UUID sessionId, String afterwards) {
        Optional<CompanySession> company = sessions.company(sessionId);
        sessions.signOut(userId, sessionId);
        return company.filter(session -> settings.configured())
                .flatMap(CompanySession::idToken)
                .flatMap(secrets::open)
                .flatMap(idToken -> protocol.endOfSession(idToken, afterwards));
    }

    /**
     * The company's sign-in tells that somebody has signed out there.
     *
     * @throws CollabException {@code not-found}, {@code validation-failed} or {@code sso-away}
     */
    public void endedThere(String logoutToken) {
        requireConfigured();
        LogoutNotice notice = protocol.logoutNotice(logoutToken);
        if (!logins.isFirstUse(notice.tokenId())) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "this logout token has served before");
        }
        sessions.endOfCompany(notice.session(), notice.subject());
    }

    /** Whether programs may use tokens of the company's sign-in, and this one says that it is such a token. */
    public boolean knowsIssuerOf(String token) {
        return settings.apiAudience().isPresent() && protocol.isFromCompany(token);
    }

    /**
     * A session for a program that has a token of the company's sign-in. It lasts as long as an access token of ours, and
     * ends with the company's session that the token belongs to.
     *
     * @throws CollabException {@code not-found} where that is not configured, {@code unauthenticated}, {@code sso-away}, or
     *     why the person is not let in
     */
    public ProgramSignIn exchange(String token, Client client) {
        String audience = settings.apiAudience().orElseThrow(() -> CollabException.notFound("sign-in for programs"));
        Bearer bearer = protocol.bearer(token, audience);
        CompanySession company =
                new CompanySession(bearer.person().subject(), bearer.session(), Optional.empty(), Optional.empty());
        SignIn signIn = sessions.begin(
                admit(bearer.person()), SignInMethod.TOKEN, client, AccessTokens.LIFETIME, Optional.of(company));
        return new ProgramSignIn(signIn, bearer.expiresAt());
    }

    private User admit(CompanyPerson person) {
        try {
            return users.admit(person);
        } catch (CollabException e) {
            audit.recordApart(AuditEvent.of(AuditAction.SIGN_IN_REFUSED)
                    .with("method", SignInMethod.SSO)
                    .with("reason", e.code().code()));
            throw e;
        }
    }

    private Optional<SignIn> askAgain(SignIn signIn) {
        Optional<CompanySession> company = sessions.company(signIn.sessionId());
        Optional<String> token = company.flatMap(CompanySession::refreshToken).flatMap(secrets::open);
        if (company.isEmpty() || token.isEmpty()) {
            return Optional.of(signIn);
        }
        Standing standing = protocol.renew(token.get(), company.get().subject());
        if (standing instanceof Standing.Known known) {
            known.person().ifPresent(person -> users.follow(signIn.user().id(), person));
            return Optional.of(sessions.goOn(
                    signIn,
                    known.refreshToken().map(secrets::seal),
                    known.idToken().map(secrets::seal)));
        }
        if (standing instanceof Standing.Gone) {
            sessions.revoke(signIn.user().id(), signIn.sessionId());
            return Optional.empty();
        }
        return Optional.of(signIn);
    }

    private void requireConfigured() {
        if (!settings.configured()) {
            throw CollabException.notFound("sign-in through the company");
        }
    }
}
