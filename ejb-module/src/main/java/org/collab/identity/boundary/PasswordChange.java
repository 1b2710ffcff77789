package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.identity.control.Passwords;

/** A new password and the end of the sessions that began with the old one, in one transaction. */
@Stateless
public class PasswordChange {
    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog audit;

    /** An administrator's way: all sessions end. */
    public void reset(UUID userId, String password) {
        sessions.revokeAll(userId);
        accounts.get(userId).changePassword(passwords.hash(password));
    }

    /** @param keep the session that goes on */
    public void set(UUID userId, String passwordHash, UUID keep) {
        sessions.revokeOthers(userId, keep);
        accounts.get(userId).changePassword(passwordHash);
        audit.record(AuditEvent.of(AuditAction.PASSWORD_CHANGED, userId));
    }
}
