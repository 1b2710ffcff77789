package org.collab.identity.entity;

import java.util.Optional;

/**
 * What users may change about themselves, and nothing else.
 *
 * @param color {@code #rrggbb}
 * @param language {@code en} or {@code es}
 * @param theme {@code light}, {@code dark} or {@code auto}
 */
public record UserSettings(
        Optional<String> displayName, Optional<String> color, Optional<String> language, Optional<String> theme) {}
