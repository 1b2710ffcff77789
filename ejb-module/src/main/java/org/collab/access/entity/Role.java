package org.collab.access.entity;

import java.util.Locale;
import java.util.Optional;

/** What a member may do in a room and its documents, from most to least. */
public enum Role {
    OWNER,
    EDITOR,
    COMMENTER,
    VIEWER;

    public boolean mayEdit() {
        return this == OWNER || this == EDITOR;
    }

    public boolean mayManage() {
        return this == OWNER;
    }

    /** The role as clients see it: {@code owner}, {@code editor}, {@code commenter} or {@code viewer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
