package org.collab.room.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A persistent place that holds documents and has members. */
@Entity
@Table(name = "rooms")
public class Room {
    @Id
    private UUID id;

    private String name;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "history_for_viewers")
    private boolean historyForViewers = true;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected Room() {}

    public Room(UUID id, String name, UUID createdBy, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Nobody reaches the room or its documents any more; the rows stay. */
    public void delete(Instant now) {
        deletedAt = now;
    }

    public void restore() {
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether viewers see what has been in the room's documents before. */
    public boolean historyForViewers() {
        return historyForViewers;
    }

    public void showHistoryToViewers(boolean shown) {
        historyForViewers = shown;
    }

    public void rename(String newName) {
        name = newName;
    }
}
