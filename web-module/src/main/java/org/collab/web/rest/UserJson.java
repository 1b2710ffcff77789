package org.collab.web.rest;

import java.util.UUID;
import org.collab.identity.entity.User;
import org.jspecify.annotations.Nullable;

/** A user as others see them. */
public record UserJson(UUID id, @Nullable String email, String displayName, String color) {
    static UserJson of(User user) {
        return new UserJson(user.id(), user.email().orElse(null), user.displayName(), user.color());
    }
}
