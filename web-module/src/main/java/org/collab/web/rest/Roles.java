package org.collab.web.rest;

import jakarta.validation.constraints.NotNull;
import org.collab.access.entity.Role;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/** Reads roles from outside. */
final class Roles {
    private Roles() {}

    /** The role that somebody is given. */
    public record RoleJson(@NotNull String role) {
        Role value() {
            return of(role);
        }
    }

    /** @throws CollabException {@code validation-failed} */
    static Role of(String code) {
        return Role.of(code)
                .orElseThrow(() -> new CollabException(
                        ErrorCode.VALIDATION_FAILED, "role must be owner, editor, commenter or viewer, was " + code));
    }
}
