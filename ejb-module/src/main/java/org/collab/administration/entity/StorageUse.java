package org.collab.administration.entity;

import java.util.List;
import java.util.UUID;

/**
 * What the database holds, in bytes.
 *
 * @param history changes, chunks and snapshots
 * @param largest the documents with the longest texts
 */
public record StorageUse(
        long database,
        long history,
        long images,
        long searchIndex,
        long audit,
        long documents,
        long users,
        List<LargeDocument> largest) {
    public StorageUse {
        largest = List.copyOf(largest);
    }

    /** A document that takes much space. */
    public record LargeDocument(UUID id, String roomName, long characters, long changes, long imageBytes) {}
}
