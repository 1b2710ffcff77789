package org.collab.history.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of a picture that is taken out of a document.
 *
 * @param imageId empty where it stands in the document itself, and not in the store
 * @param places where it stays in this document
 * @param documents the others that show it
 */
public record PictureFate(Optional<UUID> imageId, int places, List<UUID> documents) {
    public PictureFate {
        documents = List.copyOf(documents);
    }
}
