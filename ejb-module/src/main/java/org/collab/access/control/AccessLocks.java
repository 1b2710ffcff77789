package org.collab.access.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;

/**
 * Orders changes of access and commits of edits: whoever changes access locks what it hangs on, and whoever commits an
 * edit locks the same in common with other commits. So a right that was taken away before a commit counts, and one that
 * is taken away later waits for it. The locks are PostgreSQL's advisory ones, which hold on every node, write nothing and
 * end with the transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AccessLocks {
    @PersistenceContext
    private EntityManager entities;

    /**
     * To be called first in a transaction that changes who may do what.
     *
     * @param id a room where its members, groups or existence change, a document where its own members, groups or link do,
     *     a user where that user's groups, sessions or suspension do; several in the order of {@link #order}
     */
    public void change(UUID id) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) locked")
                .setParameter(1, key(id))
                .getSingleResult();
    }

    /** Everything that an edit relies on: its document, the document's room, its authors. */
    public void rely(Collection<UUID> ids) {
        for (UUID id : ids.stream().sorted((a, b) -> order(a, b)).toList()) {
            entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(?1)) locked")
                    .setParameter(1, key(id))
                    .getSingleResult();
        }
    }

    /** The order in which several are locked, so that nobody waits in a circle. */
    public static int order(UUID left, UUID right) {
        return Long.compare(key(left), key(right));
    }

    private static long key(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
