package org.collab.collaboration.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.Snapshot;
import org.collab.collaboration.entity.StoredSnapshot;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.RichText;

/**
 * The only class on the snapshot table. Kept are the newest snapshot of a document and one in every {@link #SPACING}
 * revisions, so that any revision is near one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SnapshotTable {
    private static final Logger LOG = System.getLogger(SnapshotTable.class.getName());
    private static final long SPACING = 5_000;

    @PersistenceContext
    private EntityManager entities;

    /** The newest intact snapshot at or before a revision. A damaged one is reported and passed over. */
    public Optional<Snapshot> find(UUID documentId, long atMost) {
        List<StoredSnapshot> candidates = entities.createQuery(
                        "SELECT s FROM StoredSnapshot s WHERE s.documentId = :document AND s.revision <= :most"
                                + " ORDER BY s.revision DESC",
                        StoredSnapshot.class)
                .setParameter("document", documentId)
                .setParameter("most", atMost)
                .setMaxResults(1)
                .getResultList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        StoredSnapshot stored = candidates.get(0);
        return read(documentId, stored).or(() -> find(documentId, stored.revision() - 1));
    }

    private static Optional<Snapshot> read(UUID documentId, StoredSnapshot stored) {
        try {
            String json = new String(Deflated.inflate(stored.contents()), StandardCharsets.UTF_8);
            RichText text = DocumentText.of(DeltaJson.read(json, Limits.DOCUMENT));
            if (text.hash().equals(stored.stateHash())) {
                return Optional.of(new Snapshot(stored.revision(), text, stored.changeHash()));
            }
            LOG.log(Level.ERROR, "snapshot {0} of document {1} has the wrong hash", stored.revision(), documentId);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "snapshot " + stored.revision() + " of document " + documentId + " is damaged", e);
        }
        return Optional.empty();
    }

    /**
     * Keeps the snapshot, unless the history has got another epoch meanwhile; those that it makes superfluous go.
     *
     * @return whether it was not there before
     */
    public boolean keep(UUID documentId, Snapshot snapshot, long epoch) {
        byte[] json = DeltaJson.write(snapshot.text().toDelta()).getBytes(StandardCharsets.UTF_8);
        int added = entities.createNativeQuery(
                        "INSERT INTO snapshots (document_id, revision, contents, state_hash, change_hash, created_at)"
                                + " SELECT id, ?2, ?3, ?4, ?5, ?6 FROM documents WHERE id = ?1 AND history_epoch = ?7"
                                + " FOR KEY SHARE ON CONFLICT DO NOTHING")
                .setParameter(1, documentId)
                .setParameter(2, snapshot.revision())
                .setParameter(3, Deflated.of(json))
                .setParameter(4, snapshot.text().hash())
                .setParameter(5, snapshot.hash().bytes())
                .setParameter(6, OffsetDateTime.now(ZoneOffset.UTC))
                .setParameter(7, epoch)
                .executeUpdate();
        if (added == 1) {
            prune(documentId, snapshot.revision());
        }
        return added == 1;
    }

    /** Deletes what was made of a revision or a later one, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void deleteFrom(UUID documentId, long revision) {
        entities.createNativeQuery("DELETE FROM snapshots WHERE document_id = ?1 AND revision >= ?2")
                .setParameter(1, documentId)
                .setParameter(2, revision)
                .executeUpdate();
    }

    private void prune(UUID documentId, long newest) {
        entities.createNativeQuery("DELETE FROM snapshots s WHERE s.document_id = ?1 AND s.revision < ?2"
                        + " AND EXISTS (SELECT 1 FROM snapshots e WHERE e.document_id = s.document_id"
                        + " AND e.revision < s.revision AND e.revision / ?3 = s.revision / ?3)")
                .setParameter(1, documentId)
                .setParameter(2, newest)
                .setParameter(3, SPACING)
                .executeUpdate();
        entities.createNativeQuery(
                        "UPDATE documents SET snapshot_revision = ?2 WHERE id = ?1 AND snapshot_revision < ?2")
                .setParameter(1, documentId)
                .setParameter(2, newest)
                .executeUpdate();
    }
}
