package org.collab.access.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.collab.persistence.entity.IdArray;

/**
 * Orders changes of access and commits of edits: whoever changes access locks what it hangs on, and whoever commits an
 * edit locks the same in common with other commits ({@code locked_roles}). So a right that was taken away before a commit
 * counts, and one that is taken away later waits for it. The locks are PostgreSQL's advisory ones, which hold on every
 * node, write nothing and end with the transaction.
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
     *     a user where that user's groups, sessions or suspension do
     */
    public void change(UUID id) {
        change(List.of(id));
    }

    /** The same for several, in an order in which nobody waits in a circle. */
    public void change(Collection<UUID> ids) {
        entities.createNativeQuery(
                        "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(ordered.key) FROM (SELECT DISTINCT"
                                + " access_key(id) AS key FROM unnest(CAST(?1 AS uuid[])) AS id ORDER BY 1) AS ordered) AS locked")
                .setParameter(1, IdArray.of(ids))
                .getSingleResult();
    }
}
