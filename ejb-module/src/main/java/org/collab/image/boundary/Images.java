package org.collab.image.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.document.boundary.DocumentCopied;
import org.collab.error.CollabException;
import org.collab.image.control.ImageTable;
import org.collab.image.control.Reencoder;
import org.collab.image.entity.Picture;

/** Pictures of documents. Every call names the caller and is authorized here. */
@Stateless
public class Images {
    @Inject
    private AccessControl access;

    @Inject
    private Reencoder reencoder;

    @Inject
    private ImageTable table;

    /** A picture that was just stored. */
    public record Stored(UUID id, Picture picture) {}

    /**
     * Editors and owners. No database connection is held while the picture is encoded; the right is asked for again
     * after that.
     *
     * @throws CollabException {@code not-found}, {@code forbidden}, {@code unsupported-media-type} or {@code too-large}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Stored store(UUID caller, UUID documentId, byte[] bytes) {
        access.requireDocumentEditor(caller, documentId);
        Picture picture = reencoder.encode(bytes);
        access.requireDocumentEditor(caller, documentId);
        return new Stored(table.keep(documentId, picture, caller), picture);
    }

    /** Within the transaction that makes the copy, before its contents are in it. */
    public void copied(@Observes DocumentCopied event) {
        table.share(event.originalId(), event.copyId());
    }

    /**
     * Links a picture that was copied over from another document. The caller edits this one and may read one that has
     * the picture already.
     *
     * @throws CollabException {@code not-found}, {@code forbidden} or {@code too-large}
     */
    public void adopt(UUID caller, UUID documentId, UUID imageId) {
        access.requireDocumentEditor(caller, documentId);
        if (table.has(documentId, imageId)) {
            return;
        }
        boolean readable = table.documentsOf(imageId).stream()
                .anyMatch(original -> access.roleOnDocument(caller, original).isPresent());
        if (!readable) {
            throw CollabException.notFound("image");
        }
        table.link(documentId, imageId);
    }

    /** @throws CollabException {@code not-found}, also for a picture of another document */
    public void requireImage(UUID caller, UUID documentId, UUID imageId) {
        access.requireDocument(caller, documentId);
        if (!table.has(documentId, imageId)) {
            throw CollabException.notFound("image");
        }
    }

    /** Whoever may read the document. */
    public Picture get(UUID caller, UUID documentId, UUID imageId) {
        requireImage(caller, documentId, imageId);
        return table.find(imageId).orElseThrow(() -> CollabException.notFound("image"));
    }
}
