package org.collab.collaboration.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.entity.ChangeChunk;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;

/** The only class on the chunk and watermark tables. Works in the change log's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChunkTable {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RedactionTable redactions;

    /** The changes from a revision on that stand in the same chunk; empty where no chunk holds it. */
    public List<CommittedChange> from(UUID documentId, long revision) {
        return entities.createQuery(
                        "SELECT c FROM ChangeChunk c WHERE c.documentId = :document AND c.revision >= :revision"
                                + " ORDER BY c.revision",
                        ChangeChunk.class)
                .setParameter("document", documentId)
                .setParameter("revision", revision)
                .setMaxResults(1)
                .getResultStream()
                .filter(chunk -> chunk.firstRevision() <= revision)
                .flatMap(chunk -> decode(documentId, chunk).stream())
                .filter(change -> change.revision() >= revision)
                .toList();
    }

    /** The change that a submission became, if it stands in a chunk. Reads only chunks with changes of the client. */
    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        if (watermark(documentId, clientId) < seq) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "SELECT c FROM ChangeChunk c WHERE c.documentId = :document"
                                + " AND LOCATE(:client, c.clients) > 0 ORDER BY c.revision",
                        ChangeChunk.class)
                .setParameter("document", documentId)
                .setParameter("client", clientId.toString())
                .getResultStream()
                .flatMap(chunk -> decode(documentId, chunk).stream())
                .filter(change -> change.clientId().equals(clientId) && change.seq() == seq)
                .findFirst();
    }

    private static List<CommittedChange> decode(UUID documentId, ChangeChunk chunk) {
        try {
            return ChunkCodec.decode(documentId, chunk.payload());
        } catch (IllegalArgumentException e) {
            throw BrokenHistoryException.damagedChunk(documentId, chunk.firstRevision(), e);
        }
    }

    /** The highest seq of a client in chunks; 0 for none. */
    private long watermark(UUID documentId, UUID clientId) {
        List<?> found = entities.createNativeQuery(
                        "SELECT last_seq FROM submission_watermark WHERE document_id = ?1 AND client_id = ?2")
                .setParameter(1, documentId)
                .setParameter(2, clientId)
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
    }

    /** The hash of the last change that stands in a chunk. */
    public ChangeHash lastHash(UUID documentId, long chunkedRevision) {
        if (chunkedRevision == 0) {
            return ChangeHash.GENESIS;
        }
        return from(documentId, chunkedRevision).get(0).hash();
    }

    /**
     * Adds a chunk.
     *
     * @throws IllegalStateException where reading it back does not give the same changes, with the same hashes: the chunk
     *     would lose something, or the changes' history is broken already
     */
    public void add(UUID documentId, ChangeHash before, List<CommittedChange> changes) {
        long first = changes.get(0).revision();
        Set<Long> redacted = redactions.revisions(
                documentId, first, changes.get(changes.size() - 1).revision());
        byte[] payload = ChunkCodec.encode(before, changes, redacted);
        List<CommittedChange> readBack = ChunkCodec.decode(documentId, payload);
        for (int i = 0; i < changes.size(); i++) {
            if (!readBack.get(i).equals(changes.get(i))) {
                throw new IllegalStateException("revision " + changes.get(i).revision() + " of document " + documentId
                        + " is not what its hash says");
            }
        }
        entities.persist(new ChangeChunk(documentId, changes, payload));
        Map<UUID, Long> highest =
                changes.stream().collect(Collectors.toMap(CommittedChange::clientId, CommittedChange::seq, Math::max));
        highest.forEach((clientId, seq) -> raise(documentId, clientId, seq));
    }

    /**
     * Puts other deltas into the places of changes that stand in chunks. Their hashes stay: later changes build on them.
     *
     * @param rewritten by revision
     * @param redacted all revisions whose hashes are not those of what stands there, from now on
     */
    public void rewrite(UUID documentId, NavigableMap<Long, CommittedChange> rewritten, Set<Long> redacted) {
        Long next = rewritten.isEmpty() ? null : rewritten.firstKey();
        while (next != null) {
            ChangeChunk chunk = entities.createQuery(
                            "SELECT c FROM ChangeChunk c WHERE c.documentId = :document AND c.revision >= :revision"
                                    + " ORDER BY c.revision",
                            ChangeChunk.class)
                    .setParameter("document", documentId)
                    .setParameter("revision", next)
                    .setMaxResults(1)
                    .getSingleResult();
            List<CommittedChange> changes = decode(documentId, chunk).stream()
                    .map(change -> rewritten.getOrDefault(change.revision(), change))
                    .toList();
            Set<Long> inside = changes.stream()
                    .map(CommittedChange::revision)
                    .filter(redacted::contains)
                    .collect(Collectors.toSet());
            chunk.rewrite(ChunkCodec.encode(lastHash(documentId, chunk.firstRevision() - 1), changes, inside));
            entities.flush();
            next = rewritten.higherKey(changes.get(changes.size() - 1).revision());
        }
    }

    private void raise(UUID documentId, UUID clientId, long seq) {
        entities.createNativeQuery("INSERT INTO submission_watermark (document_id, client_id, last_seq)"
                        + " VALUES (?1, ?2, ?3) ON CONFLICT (document_id, client_id)"
                        + " DO UPDATE SET last_seq = GREATEST(submission_watermark.last_seq, excluded.last_seq)")
                .setParameter(1, documentId)
                .setParameter(2, clientId)
                .setParameter(3, seq)
                .executeUpdate();
    }
}
