package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.collaboration.control.ChangeLog;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.entity.PictureFate;
import org.collab.image.control.ImageTable;
import org.collab.image.entity.StoredImage;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/** Carries a redaction out: all of it in one transaction, in which nobody else touches the document. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Redactor {
    private static final int READ_AT_ONCE = 2_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessControl access;

    @Inject
    private ChangeLog log;

    @Inject
    private ChangeStore store;

    @Inject
    private ImageTable images;

    @Inject
    private Event<HistoryRedacted> redacted;

    @Inject
    private AuditLog audit;

    /** What has to stand in the places of changes, and what stays to be told of it. */
    public record Rewriting(
            NavigableMap<Long, CommittedChange> changes,
            List<RedactedChange> hashes,
            long units,
            List<PictureFate> pictures) {}

    /** A redaction that was carried out. */
    public record Done(Redaction redaction, List<PictureFate> pictures) {}

    /** Follows the log up to its head. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void follow(UUID documentId, RedactionPlan plan) {
        List<CommittedChange> page;
        do {
            page = store.read(documentId, plan.held(), READ_AT_ONCE);
            page.forEach(plan::add);
        } while (page.size() == READ_AT_ONCE);
    }

    /** What the plan comes to. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Rewriting rewriting(UUID documentId, RedactionPlan plan) {
        Redacting redacting = plan.redacting();
        NavigableMap<Long, CommittedChange> changes = new TreeMap<>();
        List<RedactedChange> hashes = new ArrayList<>();
        long units = 0;
        List<CommittedChange> page = List.of();
        for (long revision : redacting.revisions()) {
            if (!holds(page, revision)) {
                page = store.read(documentId, Math.max(0, revision - 2), READ_AT_ONCE);
            }
            CommittedChange change = at(page, revision);
            Optional<RedactedOps> ops = redacting.rewritten(change);
            if (ops.isPresent()) {
                ChangeHash before = revision == 1
                        ? ChangeHash.GENESIS
                        : at(page, revision - 1).hash();
                CommittedChange rewritten = change.withDelta(ops.get().delta());
                changes.put(revision, rewritten);
                hashes.add(new RedactedChange(revision, change.hash(), HashChain.next(before, documentId, rewritten)));
                units += ops.get().units();
            }
        }
        List<PictureFate> pictures = redacting.pictures().stream()
                .map(picture -> fate(documentId, picture))
                .toList();
        return new Rewriting(changes, hashes, units, pictures);
    }

    private PictureFate fate(UUID documentId, Redacting.Picture picture) {
        Optional<UUID> imageId = StoredImage.idOf(picture.address());
        List<UUID> others = imageId.stream()
                .flatMap(id -> images.documentsOf(id).stream())
                .filter(id -> !id.equals(documentId))
                .toList();
        return new PictureFate(imageId, picture.places(), others);
    }

    private static boolean holds(List<CommittedChange> page, long revision) {
        return !page.isEmpty()
                && (revision == 1 || page.get(0).revision() < revision)
                && page.get(page.size() - 1).revision() >= revision;
    }

    private static CommittedChange at(List<CommittedChange> page, long revision) {
        return page.get((int) (revision - page.get(0).revision()));
    }

    /**
     * Rewrites the history.
     *
     * @param plan followed up to some revision; what came since is followed here
     * @throws CollabException {@code forbidden} where the caller is no owner any more
     */
    public Done redact(UUID caller, UUID documentId, RedactionPlan plan, String reason) {
        Role role = Optional.ofNullable(access.lockRolesOnDocument(List.of(Writer.of(caller)), documentId)
                        .roles()
                        .get(Writer.of(caller)))
                .orElseThrow(() -> CollabException.notFound("document"));
        if (!role.mayManage()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an owner may redact text");
        }
        ChangeStore.Head head = log.lock(documentId);
        follow(documentId, plan);
        Rewriting rewriting = rewriting(documentId, plan);
        if (rewriting.changes().isEmpty()) {
            throw new CollabException(ErrorCode.NOTHING_TO_UNDO, "there is no such thing any more");
        }
        Redaction redaction = new Redaction(
                UUID.randomUUID(),
                documentId,
                head.revision() + 1,
                caller,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                reason,
                rewriting.units(),
                rewriting.hashes());
        log.redact(redaction, rewriting.changes(), seal(documentId, head.revision(), redaction));
        plan.texts().forEach(text -> forgetName(documentId, text));
        rewriting.pictures().stream()
                .filter(picture -> picture.places() == 0)
                .flatMap(picture -> picture.imageId().stream())
                .forEach(id -> images.unlink(documentId, id));
        redacted.fire(new HistoryRedacted(documentId, head.revision()));
        audit.record(AuditEvent.of(AuditAction.DOCUMENT_REDACTED, caller)
                .on("document", documentId)
                .with("revision", redaction.revision())
                .with("units", redaction.units()));
        return new Done(redaction, rewriting.pictures());
    }

    /** The change that binds a redaction to the chain; it changes nothing. */
    private CommittedChange seal(UUID documentId, long head, Redaction redaction) {
        ChangeHash before = store.read(documentId, head - 1, 1).get(0).hash();
        CommittedChange seal = new CommittedChange(
                redaction.revision(),
                redaction.seal(),
                1,
                redaction.authorId(),
                head,
                redaction.at(),
                Delta.EMPTY,
                DeltaJson.write(Delta.EMPTY),
                ChangeHash.GENESIS);
        return seal.withHash(HashChain.next(before, documentId, seal));
    }

    /** A version may be called by what it must not hold. */
    private void forgetName(UUID documentId, String text) {
        entities.createNativeQuery("UPDATE named_versions SET name = replace(name, ?2, repeat(chr(9608),"
                        + " length(?2))) WHERE document_id = ?1 AND position(?2 in name) > 0")
                .setParameter(1, documentId)
                .setParameter(2, text)
                .executeUpdate();
    }
}
