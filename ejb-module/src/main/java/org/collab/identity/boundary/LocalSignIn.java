package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.LocalAccounts;
import org.collab.identity.control.Passwords;
import org.collab.identity.control.SignInThrottle;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.EmailAddress;
import org.collab.identity.entity.SignInMethod;
import org.collab.identity.entity.User;

/**
 * Signing up and in with a password that is kept here, where the installation allows it. No transaction is open while a
 * password is hashed. Whoever fails learns nothing: an unknown address, a wrong password, a suspended account and one
 * without a password get the same answer after the same work, and count alike.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalSignIn {
    @Inject
    private LocalAccounts local;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordChange change;

    @Inject
    private Sessions sessions;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private AuditLog audit;

    /** @throws CollabException {@code local-accounts-off}, {@code registration-off} or {@code email-taken} */
    public User register(String email, String password, String displayName) {
        local.requireRegistration();
        return accounts.register(email, password, displayName);
    }

    /** @throws CollabException {@code local-accounts-off}, {@code invalid-credentials} or {@code too-many-requests} */
    public SignIn signIn(String email, String password, Client client) {
        local.require();
        SignInThrottle.Attempt attempt = throttle.open(new EmailAddress(email).value(), client.address());
        Optional<User> found = accounts.findByEmail(email);
        Optional<User> user = found.filter(one -> !one.isSuspended());
        if (!passwords.matches(password, user.flatMap(User::passwordHash))) {
            audit.recordApart(refused(found));
            throw new CollabException(ErrorCode.INVALID_CREDENTIALS, "e-mail address or password is wrong");
        }
        throttle.succeeded(attempt);
        return sessions.begin(user.orElseThrow(), SignInMethod.PASSWORD, client);
    }

    /**
     * Has a signed-in user prove who it is once more.
     *
     * @throws CollabException {@code wrong-password} or {@code too-many-requests}
     */
    public void requirePassword(UUID userId, String password, Client client) {
        User user = accounts.get(userId);
        SignInThrottle.Attempt attempt = throttle.open(user.email().orElse(userId.toString()), client.address());
        if (!passwords.matches(password, user.passwordHash())) {
            throw new CollabException(ErrorCode.WRONG_PASSWORD, "this is not the password of now");
        }
        throttle.succeeded(attempt);
    }

    /**
     * Changes a password and ends the user's other sessions.
     *
     * @param sessionId the session that goes on
     * @throws CollabException {@code local-accounts-off}, {@code wrong-password} or {@code too-many-requests}
     */
    public void changePassword(UUID userId, UUID sessionId, String current, String next, Client client) {
        local.require();
        requirePassword(userId, current, client);
        change.set(userId, passwords.hash(next), sessionId);
    }

    /** Without what was entered as the address: it may be a password. */
    private static AuditEvent refused(Optional<User> user) {
        AuditEvent event = AuditEvent.of(AuditAction.SIGN_IN_REFUSED);
        return user.map(found -> event.on("user", found.id())).orElse(event);
    }
}
