package org.collab.collaboration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Many old changes of a document in one row, lossless. Rows are only ever added, each continuing the one before; their
 * bytes change where text is redacted. */
@Entity
@Table(name = "change_chunks")
@IdClass(RevisionKey.class)
public class ChangeChunk {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    @Id
    @Column(name = "last_revision")
    private long revision;

    @Column(name = "first_revision")
    private long firstRevision;

    @SuppressWarnings("UnusedVariable") // queries look into it
    private String clients;

    private byte[] payload;

    protected ChangeChunk() {}

    /** @param payload the changes, encoded */
    public ChangeChunk(UUID documentId, List<CommittedChange> changes, byte[] payload) {
        this.documentId = documentId;
        this.firstRevision = changes.get(0).revision();
        this.revision = changes.get(changes.size() - 1).revision();
        this.clients = changes.stream()
                .map(change -> change.clientId().toString())
                .distinct()
                .collect(Collectors.joining(" "));
        this.payload = payload.clone();
    }

    public long firstRevision() {
        return firstRevision;
    }

    /** Other bytes for the same revisions. */
    public void rewrite(byte[] other) {
        payload = other.clone();
    }

    public byte[] payload() {
        return payload.clone();
    }
}
