package org.collab.persistence.entity;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Recognises that the database refused a second row with the same unique key. */
public final class UniqueViolation {
    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** Whether such a refusal is among the causes. */
    public static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
