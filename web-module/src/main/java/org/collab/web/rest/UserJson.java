package org.collab.web.rest;

import java.util.UUID;
import org.collab.identity.entity.User;

/** A user as others see them. */
public record UserJson(UUID id, String email, String displayName, String color) {
    static UserJson of(User user) {
        return new UserJson(user.id(), user.email(), user.displayName(), user.color());
    }
}
