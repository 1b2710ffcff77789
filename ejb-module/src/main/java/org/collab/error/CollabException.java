package org.collab.error;

import jakarta.ejb.ApplicationException;

/**
 * A request that cannot be carried out, for a reason that the caller may know. Rolls the transaction back; crosses EJB
 * boundaries unwrapped.
 */
@ApplicationException(rollback = true)
public class CollabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String detail;

    public CollabException(ErrorCode code, String message) {
        super(message);
        this.code = code;
        this.detail = message;
    }

    /** "no such document": also what somebody sees who has no access, so that ids cannot be probed. */
    public static CollabException notFound(String what) {
        return new CollabException(ErrorCode.NOT_FOUND, "no such " + what);
    }

    public ErrorCode code() {
        return code;
    }

    /** What is wrong, with the value and the expectation; fit for the caller's eyes. */
    public String detail() {
        return detail;
    }
}
