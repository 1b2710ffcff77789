package org.collab.web.rest;

import java.util.List;
import java.util.UUID;
import org.collab.history.boundary.Redactions;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is taken out.
 *
 * @param id null for one that stands in the document itself
 * @param erased whether its bytes leave the store
 * @param places where else in this document it is shown
 * @param documents those of the others that show it, that the caller may see
 * @param otherDocuments how many more there are
 */
public record TakenPictureJson(
        @Nullable UUID id, boolean erased, int places, List<DocumentName> documents, int otherDocuments) {
    static TakenPictureJson of(Redactions.TakenPicture picture) {
        return new TakenPictureJson(
                picture.imageId().orElse(null),
                picture.isErased(),
                picture.places(),
                picture.documents().stream()
                        .map(view -> new DocumentName(view.id(), view.title()))
                        .toList(),
                picture.others());
    }

    /** A document that is spoken of. */
    public record DocumentName(UUID id, String title) {}
}
