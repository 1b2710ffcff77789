package org.collab.audit.entity;

import java.util.Locale;

/** What the audit log tells of. The codes are stored: none is ever renamed. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    TOKEN_REUSED,
    SESSION_REVOKED,
    PASSWORD_CHANGED,

    ROOM_CREATED,
    ROOM_CHANGED,
    ROOM_DELETED,
    ROOM_RESTORED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    OWNER_CHANGED,
    GROUPS_CHANGED,
    LINK_CHANGED,
    LINK_RENEWED,
    LINK_CLOSED,
    LINK_VISITED,
    GUEST_JOINED,
    INVITED,
    INVITATION_WITHDRAWN,
    INVITATION_ACCEPTED,

    DOCUMENT_MOVED,
    DOCUMENT_COPIED,
    DOCUMENT_DELETED,
    DOCUMENT_RESTORED,
    DOCUMENT_PURGED,
    DOCUMENT_REDACTED,
    HISTORY_RESTORED,

    HOLD_PLACED,
    HOLD_RELEASED,

    USER_SUSPENDED,
    USER_RESUMED,
    USER_ERASED,
    PASSWORD_RESET,
    ADMINISTRATOR_MADE,
    ADMINISTRATOR_UNMADE,
    CLAIM_REFUSED,
    ROOM_OWNER_GIVEN,

    DATA_EXPORTED,
    AUDIT_EXPORTED,
    AUDIT_PURGED;

    /** The action as it is stored and shown, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
