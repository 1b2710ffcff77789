package org.collab.sharing.entity;

import java.util.Locale;
import java.util.Optional;

/** Whom a link lets in. */
public enum LinkScope {
    /** Everybody with an account. */
    ORGANISATION,
    /** Guests too. */
    ANYONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LinkScope> of(String code) {
        for (LinkScope scope : values()) {
            if (scope.code().equals(code)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
