package org.collab.administration.entity;

import java.util.Optional;

/**
 * A setting as it is in force.
 *
 * @param value empty where nothing is set; masked where it may be a secret
 * @param source who has set it; {@code default} where nobody has
 * @param fallback the value that it has where nobody sets it
 * @param known whether this version knows the setting; what it does not know may be misspelt
 */
public record SettingRow(String key, Optional<String> value, String source, Optional<String> fallback, boolean known) {}
