package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.access.control.AccessLocks;
import org.collab.administration.control.AdministrationTable;
import org.collab.administration.entity.SessionRow;
import org.collab.administration.entity.UserRow;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.PasswordChange;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.entity.SessionView;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.secret.OpaqueToken;

/** All users. Administrators only. There is always one administrator who may sign in. */
@Stateless
public class UserAdministration {
    private static final int PASSWORD_LENGTH = 16;

    @Inject
    private Administrators administrators;

    @Inject
    private AdministrationTable table;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private PasswordChange passwords;

    @Inject
    private AccessLocks locks;

    @Inject
    private AuditLog audit;

    public Page<UserRow> list(UUID caller, String text, PageRequest page) {
        administrators.require(caller);
        return table.users(text, page);
    }

    /**
     * The user can do nothing from now on; all sessions end.
     *
     * @throws CollabException {@code last-administrator}
     */
    public void suspend(UUID caller, UUID userId) {
        administrators.require(caller);
        locks.change(userId);
        administrators.requireAnother(userId);
        accounts.get(userId).suspend(Instant.now());
        int ended = sessions.revokeAll(userId);
        audit.record(AuditEvent.of(AuditAction.USER_SUSPENDED, caller)
                .on("user", userId)
                .with("sessions", ended));
    }

    /** The user may sign in again. */
    public void resume(UUID caller, UUID userId) {
        administrators.require(caller);
        locks.change(userId);
        requirePresent(userId).resume();
        audit.record(AuditEvent.of(AuditAction.USER_RESUMED, caller).on("user", userId));
    }

    /** @throws CollabException {@code last-administrator} */
    public void administer(UUID caller, UUID userId, boolean allowed) {
        administrators.require(caller);
        User user = requirePresent(userId);
        if (!allowed) {
            administrators.requireAnother(userId);
        } else if (user.kind() != UserKind.MEMBER) {
            throw new CollabException(ErrorCode.FORBIDDEN, "a guest cannot administer");
        }
        user.administer(allowed);
        audit.record(AuditEvent.of(allowed ? AuditAction.ADMINISTRATOR_MADE : AuditAction.ADMINISTRATOR_UNMADE, caller)
                .on("user", userId));
    }

    /** A password to pass on; the one before and all sessions are over. */
    public String resetPassword(UUID caller, UUID userId) {
        administrators.require(caller);
        User user = requirePresent(userId);
        if (user.passwordHash().isEmpty()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "this user does not sign in by a password here");
        }
        String password = OpaqueToken.random().value().substring(0, PASSWORD_LENGTH);
        passwords.reset(userId, password);
        audit.record(AuditEvent.of(AuditAction.PASSWORD_RESET, caller).on("user", userId));
        return password;
    }

    /** Whoever is signed in, those seen last first; {@code text} is looked for in names, e-mail and network addresses. */
    public Page<SessionRow> allSessions(UUID caller, String text, PageRequest page) {
        administrators.require(caller);
        return table.sessions(text, page);
    }

    public List<SessionView> sessions(UUID caller, UUID userId) {
        administrators.require(caller);
        return sessions.of(userId);
    }

    public void revoke(UUID caller, UUID userId, UUID sessionId) {
        administrators.require(caller);
        sessions.revoke(userId, sessionId);
        audit.record(AuditEvent.of(AuditAction.SESSION_REVOKED, caller)
                .on("user", userId)
                .with("session", sessionId));
    }

    private User requirePresent(UUID userId) {
        User user = accounts.get(userId);
        if (user.kind() == UserKind.ERASED) {
            throw CollabException.notFound("user");
        }
        return user;
    }
}
