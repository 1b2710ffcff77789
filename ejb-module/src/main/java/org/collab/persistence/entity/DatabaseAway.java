package org.collab.persistence.entity;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that the database could not answer, as opposed to having refused something: the same request may succeed
 * later.
 */
public final class DatabaseAway {
    /** Connection, resources (a full disk, too many connections), and operator's intervention (a shutdown, a crash). */
    private static final List<String> SQL_STATES = List.of("08", "53", "57P");

    private DatabaseAway() {}

    /** Whether that is among the causes. */
    public static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Connection pools tell without a state that they have no connection. */
    private static boolean isAway(SQLException sql) {
        @Nullable String state = sql.getSQLState();
        return state == null || SQL_STATES.stream().anyMatch(state::startsWith);
    }
}
