package org.collab.collaboration.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.RedactedChange;
import org.collab.collaboration.entity.Redaction;

/** The only class on the tables of redactions. */
@Stateless
public class RedactionTable {
    @PersistenceContext
    private EntityManager entities;

    /** A document's redactions in the order in which they were made. */
    public List<Redaction> of(UUID documentId) {
        List<?> rows = entities.createNativeQuery("SELECT id, revision, author_id, created_at, reason, units"
                        + " FROM redactions WHERE document_id = ?1 ORDER BY revision")
                .setParameter(1, documentId)
                .getResultList();
        return rows.stream().map(row -> redaction(documentId, (Object[]) row)).toList();
    }

    private Redaction redaction(UUID documentId, Object[] row) {
        UUID id = UUID.fromString(String.valueOf(row[0]));
        return new Redaction(
                id,
                documentId,
                ((Number) row[1]).longValue(),
                UUID.fromString(String.valueOf(row[2])),
                instant(row[3]),
                String.valueOf(row[4]),
                ((Number) row[5]).longValue(),
                changes(id));
    }

    private static Instant instant(Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : ((java.util.Date) stored).toInstant();
    }

    private List<RedactedChange> changes(UUID redactionId) {
        List<?> rows = entities.createNativeQuery("SELECT revision, original_hash, replacement_hash"
                        + " FROM redacted_changes WHERE redaction_id = ?1 ORDER BY revision")
                .setParameter(1, redactionId)
                .getResultList();
        List<RedactedChange> changes = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            changes.add(new RedactedChange(
                    ((Number) columns[0]).longValue(), new ChangeHash((byte[]) columns[1]), new ChangeHash((byte[])
                            columns[2])));
        }
        return changes;
    }

    /** The revisions between two others, both included, that have been rewritten. */
    public Set<Long> revisions(UUID documentId, long first, long last) {
        Set<Long> revisions = new HashSet<>();
        List<?> rows = entities.createNativeQuery("SELECT DISTINCT revision FROM redacted_changes"
                        + " WHERE document_id = ?1 AND revision BETWEEN ?2 AND ?3")
                .setParameter(1, documentId)
                .setParameter(2, first)
                .setParameter(3, last)
                .getResultList();
        rows.forEach(row -> revisions.add(((Number) row).longValue()));
        return revisions;
    }

    public void add(Redaction redaction) {
        entities.createNativeQuery("INSERT INTO redactions (id, document_id, revision, author_id, created_at, reason,"
                        + " units) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, redaction.id())
                .setParameter(2, redaction.documentId())
                .setParameter(3, redaction.revision())
                .setParameter(4, redaction.authorId())
                .setParameter(5, redaction.at().atOffset(ZoneOffset.UTC))
                .setParameter(6, redaction.reason())
                .setParameter(7, redaction.units())
                .executeUpdate();
        for (RedactedChange change : redaction.changes()) {
            entities.createNativeQuery("INSERT INTO redacted_changes (redaction_id, document_id, revision,"
                            + " original_hash, replacement_hash) VALUES (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, redaction.id())
                    .setParameter(2, redaction.documentId())
                    .setParameter(3, change.revision())
                    .setParameter(4, change.original().bytes())
                    .setParameter(5, change.replacement().bytes())
                    .executeUpdate();
        }
    }
}
