package org.collab.web.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.document.boundary.DocumentView;
import org.jspecify.annotations.Nullable;

/** A document as its readers see it in lists. */
@JsonbNillable
public record DocumentJson(
        UUID id,
        UUID roomId,
        String roomName,
        String title,
        String kind,
        long head,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PersonJson updatedBy,
        List<PersonJson> present,
        boolean favourite,
        @Nullable Instant deletedAt,
        String role) {
    static DocumentJson of(DocumentView document) {
        return new DocumentJson(
                document.id(),
                document.roomId(),
                document.roomName(),
                document.title(),
                document.kind(),
                document.head(),
                document.createdAt(),
                document.updatedAt(),
                document.updatedBy().map(PersonJson::of).orElse(null),
                document.present().stream().map(PersonJson::of).toList(),
                document.favourite(),
                document.deletedAt().orElse(null),
                document.role().code());
    }
}
