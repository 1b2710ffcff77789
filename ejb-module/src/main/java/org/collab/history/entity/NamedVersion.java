package org.collab.history.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A name that an editor has given to a revision. Only the name is deleted, never the revision. */
@Entity
@Table(name = "named_versions")
public class NamedVersion {
    @Id
    private UUID id;

    @Column(name = "document_id", updatable = false)
    private UUID documentId;

    @Column(updatable = false)
    private long revision;

    private String name;

    private boolean starred;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected NamedVersion() {}

    public NamedVersion(UUID id, UUID documentId, long revision, String name, UUID createdBy, Instant createdAt) {
        this.id = id;
        this.documentId = documentId;
        this.revision = revision;
        this.name = name;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID documentId() {
        return documentId;
    }

    public long revision() {
        return revision;
    }

    public String name() {
        return name;
    }

    public boolean starred() {
        return starred;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void star(boolean shines) {
        starred = shines;
    }
}
