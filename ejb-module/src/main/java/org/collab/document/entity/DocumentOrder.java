package org.collab.document.entity;

import java.util.Locale;
import java.util.Optional;

/** How a list of documents is sorted. */
public enum DocumentOrder {
    /** The last changed first. */
    UPDATED,
    TITLE;

    public static Optional<DocumentOrder> of(String code) {
        for (DocumentOrder order : values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(code)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
