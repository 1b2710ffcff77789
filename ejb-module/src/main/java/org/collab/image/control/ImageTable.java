package org.collab.image.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.image.entity.Picture;
import org.collab.image.entity.StoredImage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only class on the tables of pictures. */
@Stateless
public class ImageTable {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    @ConfigProperty(name = "collab.images.max-bytes-per-document", defaultValue = "268435456")
    private long maxBytesPerDocument;

    /** @throws CollabException {@code too-large} where the document has too many pictures already */
    public UUID keep(UUID documentId, Picture picture, UUID author) {
        requireSpace(documentId, picture);
        StoredImage image = new StoredImage(UUID.randomUUID(), picture, author, Instant.now());
        entities.persist(image);
        entities.flush();
        insertLink(documentId, image.id());
        return image.id();
    }

    /**
     * Lets another document show a picture that is stored already.
     *
     * @throws CollabException {@code not-found}, or {@code too-large} where the document has too many pictures already
     */
    public void link(UUID documentId, UUID imageId) {
        requireSpace(documentId, find(imageId).orElseThrow(() -> CollabException.notFound("image")));
        insertLink(documentId, imageId);
    }

    /** The documents that show a picture. */
    public List<UUID> documentsOf(UUID imageId) {
        List<?> found = entities.createNativeQuery("SELECT document_id FROM document_images WHERE image_id = ?1")
                .setParameter(1, imageId)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Takes a picture from a document. Where no other one shows it, it is gone. */
    public void unlink(UUID documentId, UUID imageId) {
        StoredImage image = entities.find(StoredImage.class, imageId, LockModeType.PESSIMISTIC_WRITE);
        entities.createNativeQuery("DELETE FROM document_images WHERE document_id = ?1 AND image_id = ?2")
                .setParameter(1, documentId)
                .setParameter(2, imageId)
                .executeUpdate();
        if (image != null && documentsOf(imageId).isEmpty()) {
            entities.remove(image);
        }
    }

    private void insertLink(UUID documentId, UUID imageId) {
        entities.createNativeQuery("INSERT INTO document_images (document_id, image_id) VALUES (?1, ?2)"
                        + " ON CONFLICT DO NOTHING")
                .setParameter(1, documentId)
                .setParameter(2, imageId)
                .executeUpdate();
    }

    private void requireSpace(UUID documentId, Picture picture) {
        if (bytesOf(documentId) + picture.size() > maxBytesPerDocument) {
            throw new CollabException(
                    ErrorCode.TOO_LARGE, "a document's pictures have at most " + maxBytesPerDocument + " bytes");
        }
    }

    private long bytesOf(UUID documentId) {
        Object sum = entities.createNativeQuery("SELECT COALESCE(SUM(i.size), 0) FROM document_images d"
                        + " JOIN images i ON i.id = d.image_id WHERE d.document_id = ?1")
                .setParameter(1, documentId)
                .getSingleResult();
        return ((Number) sum).longValue();
    }

    /** A copy shows the same pictures as its original. */
    public void share(UUID originalId, UUID copyId) {
        entities.createNativeQuery("INSERT INTO document_images (document_id, image_id)"
                        + " SELECT ?2, image_id FROM document_images WHERE document_id = ?1")
                .setParameter(1, originalId)
                .setParameter(2, copyId)
                .executeUpdate();
    }

    public boolean has(UUID documentId, UUID imageId) {
        List<?> found = entities.createNativeQuery(
                        "SELECT 1 FROM document_images WHERE document_id = ?1 AND image_id = ?2")
                .setParameter(1, documentId)
                .setParameter(2, imageId)
                .getResultList();
        return !found.isEmpty();
    }

    public Optional<Picture> find(UUID imageId) {
        return Optional.ofNullable(entities.find(StoredImage.class, imageId)).map(StoredImage::picture);
    }
}
