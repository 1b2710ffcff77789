package org.collab.identity.control;

import java.util.List;
import java.util.UUID;

/** The colours that new users get: far apart in hue, and dark enough for white text (contrast 4.5 or more). */
public final class UserColors {
    private static final List<String> COLORS = List.of(
            "#b42318", "#b54708", "#8a6100", "#4d7c0f", "#15803d", "#0f766e", "#0e7490", "#1d4ed8", "#4338ca",
            "#7e22ce", "#a21caf", "#be185d");

    private UserColors() {}

    /** A colour that follows from the id, as {@code #rrggbb}. */
    public static String of(UUID id) {
        return COLORS.get(Math.floorMod(id.hashCode(), COLORS.size()));
    }
}
