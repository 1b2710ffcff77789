package org.collab.web.rest;

import java.util.UUID;
import org.collab.document.entity.Author;

/** Somebody in a list of documents. */
public record PersonJson(UUID userId, String displayName, String color) {
    static PersonJson of(Author author) {
        return new PersonJson(author.userId(), author.displayName(), author.color());
    }
}
