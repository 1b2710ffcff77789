package org.collab.error;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/**
 * A request that cannot be carried out, for a reason that the caller may know. Rolls the transaction back; crosses EJB
 * boundaries unwrapped.
 */
@ApplicationException(rollback = true)
public class CollabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How long a caller waits who may try the same again. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final ErrorCode code;
    private final String detail;

    private final Duration retryAfter;

    public CollabException(ErrorCode code, String message) {
        this(code, message, SHORTLY);
    }

    /** @param retryAfter when the same may be tried again, where the code says that it may */
    public CollabException(ErrorCode code, String message, Duration retryAfter) {
        super(message);
        this.code = code;
        this.detail = message;
        this.retryAfter = retryAfter;
    }

    /** "no such document": also what somebody sees who has no access, so that ids cannot be probed. */
    public static CollabException notFound(String what) {
        return new CollabException(ErrorCode.NOT_FOUND, "no such " + what);
    }

    public ErrorCode code() {
        return code;
    }

    /** When the same may be tried again, where the code says that it may. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What is wrong, with the value and the expectation; fit for the caller's eyes. */
    public String detail() {
        return detail;
    }
}
