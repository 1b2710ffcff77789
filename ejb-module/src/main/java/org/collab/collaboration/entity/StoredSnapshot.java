package org.collab.collaboration.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A snapshot's row: the contents' JSON, deflated, with the hash that they must have. */
@Entity
@Table(name = "snapshots")
@IdClass(RevisionKey.class)
public class StoredSnapshot {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    @Id
    private long revision;

    private byte[] contents;

    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "change_hash")
    private byte[] changeHash;

    protected StoredSnapshot() {}

    public long revision() {
        return revision;
    }

    public byte[] contents() {
        return contents.clone();
    }

    /** Hash of the contents (E10). */
    public String stateHash() {
        return stateHash;
    }

    public ChangeHash changeHash() {
        return new ChangeHash(changeHash);
    }
}
