package org.collab.image.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A picture's row. */
@Entity
@Table(name = "images")
public class StoredImage {
    /** How documents name a picture of the store. */
    private static final String ADDRESS = "images/";

    @Id
    private UUID id;

    private String type;

    private int width;

    private int height;

    private int size;

    private byte[] bytes;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredImage() {}

    public StoredImage(UUID id, Picture picture, UUID createdBy, Instant createdAt) {
        this.id = id;
        this.type = picture.type();
        this.width = picture.width();
        this.height = picture.height();
        this.size = picture.size();
        this.bytes = picture.bytes();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** The id of the picture that an embed shows; empty where the picture stands in the document itself, or is gone. */
    public static Optional<UUID> idOf(String address) {
        return address.startsWith(ADDRESS)
                ? Optional.of(UUID.fromString(address.substring(ADDRESS.length())))
                : Optional.empty();
    }

    public UUID id() {
        return id;
    }

    public Picture picture() {
        return new Picture(type, width, height, bytes);
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int size() {
        return size;
    }
}
