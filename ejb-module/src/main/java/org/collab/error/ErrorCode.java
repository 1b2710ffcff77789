package org.collab.error;

/**
 * Stable codes of everything that can go wrong for a client, with the HTTP status that carries them. Retryable means:
 * the same request may succeed later without change.
 */
public enum ErrorCode {
    MALFORMED_JSON("malformed-json", 400),
    VALIDATION_FAILED("validation-failed", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    INVALID_CREDENTIALS("invalid-credentials", 401),
    FORBIDDEN("forbidden", 403),
    WRONG_PASSWORD("wrong-password", 403),
    LOCAL_ACCOUNTS_OFF("local-accounts-off", 403),
    REGISTRATION_OFF("registration-off", 403),
    ORIGIN_REFUSED("origin-refused", 403),
    ACCOUNT_SUSPENDED("account-suspended", 403),
    SSO_UNVERIFIED_EMAIL("sso-unverified-email", 403),
    SSO_FOREIGN_DOMAIN("sso-foreign-domain", 403),
    SSO_UNKNOWN_USER("sso-unknown-user", 403),
    SSO_EXPIRED("sso-expired", 400),
    SSO_FAILED("sso-failed", 401),
    ACCOUNT_NEEDED("account-needed", 403),
    PASSWORD_NEEDED("password-needed", 403),
    INVITATION_FOR_ANOTHER("invitation-for-another", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    EMAIL_TAKEN("email-taken", 409),
    LAST_ADMINISTRATOR("last-administrator", 409),
    HAS_OWNER("has-owner", 409),
    HELD("held", 409),
    LAST_OWNER("last-owner", 409),
    OWNER_BY_INHERITANCE("owner-by-inheritance", 409),
    TOO_MANY_OPEN("too-many-open", 409),
    ALREADY_NAMED("already-named", 409),
    NOTHING_TO_UNDO("nothing-to-undo", 409),
    REVISION_AHEAD("revision-ahead", 409),
    STALE_SEQ("stale-seq", 409),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    INVALID_DELTA("invalid-delta", 422),
    FORBIDDEN_FORMAT("forbidden-format", 422),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    COMMIT_PENDING("commit-pending", 503),
    OVERLOADED("overloaded", 503),
    SSO_AWAY("sso-away", 503),
    PROTOCOL_ERROR("protocol-error", 400),
    UNKNOWN_TYPE("unknown-type", 400),
    HELLO_TIMEOUT("hello-timeout", 408),
    SILENT("silent", 408),
    TOO_SLOW("too-slow", 408),
    REPLACED("replaced", 409),
    RESTARTING("restarting", 503),
    HASH_MISMATCH("hash-mismatch", 409),
    HISTORY_REWRITTEN("history-rewritten", 409);

    private final String code;
    private final int status;

    ErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The code as clients see it, in kebab case. */
    public String code() {
        return code;
    }

    /** The HTTP status that carries this code in REST. */
    public int status() {
        return status;
    }

    public boolean retryable() {
        return this == TOO_MANY_REQUESTS || status >= 500;
    }
}
