package org.collab.access.entity;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A role that a group has in a room, as the configuration writes it: {@code finance=editor@<room id>}. */
public record GroupRole(String group, Role role, UUID roomId) {
    private static final Pattern FORM = Pattern.compile("(.+)=(owner|editor|commenter|viewer)@([0-9a-f-]{36})");

    /** @throws IllegalArgumentException where it is not of that form */
    public static GroupRole parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "collab.sso.group-roles takes entries such as finance=editor@<room id>, not " + text);
        }
        return new GroupRole(
                parts.group(1), Role.valueOf(parts.group(2).toUpperCase(Locale.ROOT)), UUID.fromString(parts.group(3)));
    }
}
