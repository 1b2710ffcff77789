package org.collab.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Role;
import org.collab.document.entity.Document;
import org.collab.error.CollabException;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;

/** Documents and their titles. Every call names the caller and is authorized here. */
@Stateless
public class Documents {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    /** Editors and owners of the room. */
    public DocumentView create(UUID caller, UUID roomId, String title) {
        Role role = access.requireRoomEditor(caller, roomId);
        Document document = new Document(UUID.randomUUID(), roomId, title.strip(), caller, Instant.now());
        entities.persist(document);
        return DocumentView.of(document, role);
    }

    /** The room's documents, the last changed first. */
    public Page<DocumentView> list(UUID caller, UUID roomId, PageRequest page) {
        Role role = access.requireRoom(caller, roomId);
        var items = entities.createQuery(
                        "SELECT d FROM Document d WHERE d.roomId = :room AND d.deletedAt IS NULL"
                                + " ORDER BY d.updatedAt DESC, d.id",
                        Document.class)
                .setParameter("room", roomId)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = entities.createQuery(
                        "SELECT COUNT(d) FROM Document d WHERE d.roomId = :room AND d.deletedAt IS NULL", Long.class)
                .setParameter("room", roomId)
                .getSingleResult();
        return new Page<>(items, total).map(document -> DocumentView.of(document, role));
    }

    public DocumentView get(UUID caller, UUID documentId) {
        Role role = access.requireDocument(caller, documentId);
        return DocumentView.of(find(documentId), role);
    }

    /** Editors and owners. */
    public DocumentView rename(UUID caller, UUID documentId, String title) {
        Role role = access.requireDocumentEditor(caller, documentId);
        Document document = find(documentId);
        document.rename(title.strip());
        return DocumentView.of(document, role);
    }

    /** Editors and owners. The document is gone for everybody; its row and its changes stay in the database. */
    public void delete(UUID caller, UUID documentId) {
        access.requireDocumentEditor(caller, documentId);
        find(documentId).delete(Instant.now());
    }

    private Document find(UUID documentId) {
        Document document = entities.find(Document.class, documentId);
        if (document == null || document.isDeleted()) {
            throw CollabException.notFound("document");
        }
        return document;
    }
}
