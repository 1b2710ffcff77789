package org.collab.web.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.entity.AuditFilter;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Which events of the audit log are wanted. */
public class AuditQueryParameters {
    @QueryParam("actor")
    private @Nullable String actor;

    @QueryParam("action")
    private @Nullable String action;

    @QueryParam("subject")
    private @Nullable String subject;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    @QueryParam("text")
    @Size(max = 200) private @Nullable String text;

    AuditFilter filter() {
        return new AuditFilter(
                given(actor).map(id -> id("actor", id)),
                given(action),
                given(subject).map(id -> id("subject", id)),
                given(from).map(time -> time("from", time)),
                given(to).map(time -> time("to", time)),
                given(text));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static UUID id(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, name + " must be an id, was " + value);
        }
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, name + " must be a time in UTC, was " + value);
        }
    }
}
