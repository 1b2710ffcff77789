package org.collab.document.entity;

import java.util.Locale;
import java.util.Optional;

/** A choice among all documents that somebody may see. */
public enum DocumentFilter {
    /** Opened or edited by the caller, the last one first. */
    RECENT,
    /** Marked by the caller. */
    FAVOURITES,
    /** Of rooms that the caller is not in. */
    SHARED,
    /** Deleted, where the caller may restore them. */
    TRASH;

    public static Optional<DocumentFilter> of(String code) {
        for (DocumentFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(code)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }
}
