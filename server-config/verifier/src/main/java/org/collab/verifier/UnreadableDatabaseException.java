package org.collab.verifier;

import java.sql.SQLException;

/** The database does not answer; nothing is said about any history. */
final class UnreadableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableDatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
