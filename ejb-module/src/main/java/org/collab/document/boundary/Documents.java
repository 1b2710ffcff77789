package org.collab.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collab.access.boundary.AccessControl;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.document.control.DocumentTable;
import org.collab.document.entity.Author;
import org.collab.document.entity.Document;
import org.collab.document.entity.DocumentFilter;
import org.collab.document.entity.DocumentOrder;
import org.collab.document.entity.DocumentRow;
import org.collab.error.CollabException;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;

/** Documents, their titles and places. Every call names the caller and is authorized here. */
@Stateless
public class Documents {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    @Inject
    private DocumentTable table;

    @Inject
    private LiveDocuments live;

    @Inject
    private Event<DocumentTitled> titled;

    @Inject
    private Event<DocumentCopied> copied;

    @Inject
    private AuditLog audit;

    /** Editors and owners of the room. */
    public DocumentView create(UUID caller, UUID roomId, String title) {
        access.requireRoomEditor(caller, roomId);
        return add(caller, new Document(UUID.randomUUID(), roomId, title.strip(), caller, Instant.now()));
    }

    /** The room's documents. */
    public Page<DocumentView> list(UUID caller, UUID roomId, DocumentOrder order, PageRequest page) {
        access.requireRoom(caller, roomId);
        return table.inRoom(caller, roomId, order, page).map(this::view);
    }

    /** Documents of all the caller's rooms. */
    public Page<DocumentView> list(UUID caller, DocumentFilter filter, PageRequest page) {
        return table.everywhere(caller, filter, page).map(this::view);
    }

    /** Those of the documents that the caller may see, by their ids. */
    public Map<UUID, DocumentView> find(UUID caller, Collection<UUID> documentIds) {
        return table.find(caller, documentIds).stream()
                .map(this::view)
                .collect(Collectors.toMap(DocumentView::id, Function.identity()));
    }

    public DocumentView get(UUID caller, UUID documentId) {
        return table.find(caller, List.of(documentId)).stream()
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> CollabException.notFound("document"));
    }

    /** Editors and owners. To be moved, they have to be that in both rooms; open editors get their new roles. */
    public DocumentView change(UUID caller, UUID documentId, Optional<String> title, Optional<UUID> roomId) {
        access.requireDocumentEditor(caller, documentId);
        roomId.ifPresent(room -> {
            access.requireRoomEditor(caller, room);
            access.requireTakingAway(caller, documentId);
        });
        Document document = lock(documentId);
        UUID before = document.roomId();
        roomId.ifPresent(document::move);
        title.ifPresent(text -> {
            document.rename(text.strip());
            titled.fire(new DocumentTitled(documentId, document.title()));
        });
        entities.flush();
        roomId.filter(room -> !room.equals(before))
                .ifPresent(room -> audit.record(AuditEvent.of(AuditAction.DOCUMENT_MOVED, caller)
                        .on("document", documentId)
                        .with("from", before)
                        .with("to", room)));
        return get(caller, documentId);
    }

    /** Editors and owners of its room. The document is gone for everybody until somebody takes it out of the trash. */
    public void delete(UUID caller, UUID documentId) {
        access.requireTakingAway(caller, documentId);
        lock(documentId).delete(Instant.now());
        audit.record(AuditEvent.of(AuditAction.DOCUMENT_DELETED, caller).on("document", documentId));
    }

    /** Editors and owners. Takes a document out of the trash. */
    public DocumentView restore(UUID caller, UUID documentId) {
        access.requireTrashEditor(caller, documentId);
        Optional.ofNullable(entities.find(Document.class, documentId)).ifPresent(Document::restore);
        audit.record(AuditEvent.of(AuditAction.DOCUMENT_RESTORED, caller).on("document", documentId));
        return get(caller, documentId);
    }

    public void markFavourite(UUID caller, UUID documentId, boolean favourite) {
        access.requireDocument(caller, documentId);
        if (favourite) {
            table.mark(caller, documentId);
        } else {
            table.unmark(caller, documentId);
        }
    }

    /** An empty document of the original's kind; whoever may read the original and write in the room. */
    public DocumentView createCopy(UUID caller, UUID originalId, UUID roomId, String title) {
        access.requireDocument(caller, originalId);
        access.requireRoomEditor(caller, roomId);
        String kind = get(caller, originalId).kind();
        DocumentView copy =
                add(caller, new Document(UUID.randomUUID(), roomId, kind, title.strip(), caller, Instant.now()));
        copied.fire(new DocumentCopied(originalId, copy.id(), caller));
        audit.record(AuditEvent.of(AuditAction.DOCUMENT_COPIED, caller)
                .on("document", originalId)
                .with("copy", copy.id()));
        return copy;
    }

    private DocumentView add(UUID caller, Document document) {
        entities.persist(document);
        entities.flush();
        titled.fire(new DocumentTitled(document.id(), document.title()));
        table.visit(caller, document.id());
        return get(caller, document.id());
    }

    private DocumentView view(DocumentRow row) {
        List<Author> present = live.present(row.id()).stream()
                .map(person -> new Author(person.userId(), person.displayName(), person.color()))
                .toList();
        return DocumentView.of(row, present);
    }

    private Document lock(UUID documentId) {
        Document document = entities.find(Document.class, documentId, LockModeType.PESSIMISTIC_WRITE);
        if (document == null || document.isDeleted()) {
            throw CollabException.notFound("document");
        }
        return document;
    }
}
