package org.collab.collaboration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;

/**
 * A row of the change log. Rows are only ever added: (document, revision) and (document, client, seq) are both unique,
 * which is the last guard of exactly-once.
 */
@Entity
@Table(name = "changes")
@IdClass(RevisionKey.class)
public class Change {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    @Id
    private long revision;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "client_seq")
    private long clientSeq;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "base_revision")
    private long baseRevision;

    @Column(name = "created_at")
    private Instant createdAt;

    private String delta;

    private byte[] hash;

    protected Change() {}

    public Change(UUID documentId, CommittedChange change) {
        this.documentId = documentId;
        this.revision = change.revision();
        this.clientId = change.clientId();
        this.clientSeq = change.seq();
        this.authorId = change.userId();
        this.baseRevision = change.baseRevision();
        this.createdAt = change.at();
        this.delta = change.deltaJson();
        this.hash = change.hash().bytes();
    }

    public CommittedChange toCommitted() {
        return new CommittedChange(
                revision,
                clientId,
                clientSeq,
                authorId,
                baseRevision,
                createdAt,
                DeltaJson.read(delta, Limits.DOCUMENT),
                delta,
                new ChangeHash(hash));
    }
}
