package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.control.ChangeStore;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.entity.NamedVersion;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.persistence.entity.UniqueViolation;

/** The revisions of a document that have names. Whoever sees the history sees them; editors and owners give them. */
@Stateless
public class NamedVersions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    @Inject
    private ChangeStore store;

    /** The newest revision first. */
    public Page<NamedVersion> list(UUID caller, UUID documentId, PageRequest page) {
        access.requireHistory(caller, documentId);
        List<NamedVersion> items = entities.createQuery(
                        "SELECT v FROM NamedVersion v WHERE v.documentId = :document ORDER BY v.revision DESC",
                        NamedVersion.class)
                .setParameter("document", documentId)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = entities.createQuery(
                        "SELECT COUNT(v) FROM NamedVersion v WHERE v.documentId = :document", Long.class)
                .setParameter("document", documentId)
                .getSingleResult();
        return new Page<>(items, total);
    }

    /** All names of the revisions from one to another. */
    public List<NamedVersion> between(UUID documentId, long first, long last) {
        return entities.createQuery(
                        "SELECT v FROM NamedVersion v WHERE v.documentId = :document"
                                + " AND v.revision BETWEEN :first AND :last ORDER BY v.revision DESC",
                        NamedVersion.class)
                .setParameter("document", documentId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /**
     * Names a revision, the head where none is given.
     *
     * @throws CollabException {@code already-named}, {@code revision-ahead}
     */
    public NamedVersion add(UUID caller, UUID documentId, Optional<Long> revision, String name) {
        access.requireDocumentEditor(caller, documentId);
        long head = store.head(documentId)
                .orElseThrow(() -> CollabException.notFound("document"))
                .revision();
        long named = revision.orElse(head);
        if (named > head) {
            throw new CollabException(ErrorCode.REVISION_AHEAD, "revision " + named + " is ahead of head " + head);
        }
        NamedVersion version =
                new NamedVersion(UUID.randomUUID(), documentId, named, name.strip(), caller, Instant.now());
        try {
            entities.persist(version);
            entities.flush();
            return version;
        } catch (RuntimeException e) {
            if (UniqueViolation.causes(e)) {
                throw new CollabException(ErrorCode.ALREADY_NAMED, "revision " + named + " has a name already");
            }
            throw e;
        }
    }

    public NamedVersion change(
            UUID caller, UUID documentId, UUID versionId, Optional<String> name, Optional<Boolean> starred) {
        NamedVersion version = find(caller, documentId, versionId);
        name.ifPresent(text -> version.rename(text.strip()));
        starred.ifPresent(version::star);
        return version;
    }

    /** Takes the name away; the revision stays. */
    public void delete(UUID caller, UUID documentId, UUID versionId) {
        entities.remove(find(caller, documentId, versionId));
    }

    private NamedVersion find(UUID caller, UUID documentId, UUID versionId) {
        access.requireDocumentEditor(caller, documentId);
        NamedVersion version = entities.find(NamedVersion.class, versionId);
        if (version == null || !version.documentId().equals(documentId)) {
            throw CollabException.notFound("version");
        }
        return version;
    }
}
