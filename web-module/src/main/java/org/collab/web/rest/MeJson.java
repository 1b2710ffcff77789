package org.collab.web.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;
import org.jspecify.annotations.Nullable;

/** Users as they see themselves: with what they have chosen. */
@JsonbNillable
public record MeJson(
        UUID id,
        @Nullable String email,
        String displayName,
        String color,
        @Nullable String language,
        @Nullable String theme,
        boolean guest,
        boolean administrator) {
    static MeJson of(User user) {
        return new MeJson(
                user.id(),
                user.email().orElse(null),
                user.displayName(),
                user.color(),
                user.language().orElse(null),
                user.theme().orElse(null),
                user.kind() == UserKind.GUEST,
                user.isAdministrator());
    }
}
