package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The only class on the table of authorships, which stand and go with snapshots. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuthorshipTable {
    @PersistenceContext
    private EntityManager entities;

    /** The newest authorship at or before a revision; that of the empty document where none is kept. */
    public Authorship find(UUID documentId, long atMost) {
        List<?> rows = entities.createNativeQuery("SELECT revision, stretches FROM authorships WHERE document_id = ?1"
                        + " AND revision <= ?2 ORDER BY revision DESC")
                .setParameter(1, documentId)
                .setParameter(2, atMost)
                .setMaxResults(1)
                .getResultList();
        if (rows.isEmpty()) {
            return Authorship.start();
        }
        Object[] row = (Object[]) rows.get(0);
        return Authorship.of(((Number) row[0]).longValue(), StretchCodec.decode((byte[]) row[1]));
    }

    /** Keeps an authorship where there is a snapshot of its revision. */
    public void keep(UUID documentId, Authorship authorship) {
        entities.createNativeQuery("INSERT INTO authorships (document_id, revision, stretches)"
                        + " SELECT document_id, revision, ?3 FROM snapshots WHERE document_id = ?1 AND revision = ?2"
                        + " FOR KEY SHARE ON CONFLICT DO NOTHING")
                .setParameter(1, documentId)
                .setParameter(2, authorship.revision())
                .setParameter(3, StretchCodec.encode(authorship.stretches()))
                .executeUpdate();
    }
}
