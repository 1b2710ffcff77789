package org.collab.document.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document's row. The head moves only through the change log's compare-and-set, so JPA never writes it; nor does it
 * write {@code updated_at}, which moves with the head.
 */
@Entity
@Table(name = "documents")
public class Document {
    private static final String TEXT = "text";

    @Id
    private UUID id;

    @Column(name = "room_id")
    private UUID roomId;

    private String kind;

    private String title;

    @Column(name = "head_revision", updatable = false)
    private long headRevision;

    @Column(name = "history_epoch", updatable = false)
    private long historyEpoch;

    @Column(name = "snapshot_revision", updatable = false)
    private long snapshotRevision;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", updatable = false)
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected Document() {}

    /** A new, empty text document at revision 0. */
    public Document(UUID id, UUID roomId, String title, UUID createdBy, Instant createdAt) {
        this(id, roomId, TEXT, title, createdBy, createdAt);
    }

    /** A new, empty document of a kind at revision 0. */
    public Document(UUID id, UUID roomId, String kind, String title, UUID createdBy, Instant createdAt) {
        this.id = id;
        this.roomId = roomId;
        this.kind = kind;
        this.title = title;
        this.historyEpoch = 1;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID roomId() {
        return roomId;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public long headRevision() {
        return headRevision;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public void rename(String newTitle) {
        title = newTitle;
    }

    public void move(UUID newRoomId) {
        roomId = newRoomId;
    }

    public void delete(Instant now) {
        deletedAt = now;
    }

    public void restore() {
        deletedAt = null;
    }
}
