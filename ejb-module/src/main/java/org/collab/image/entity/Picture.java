package org.collab.image.entity;

/** An encoded picture. Immutable. */
public final class Picture {
    private final String type;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /** @param type the media type */
    public Picture(String type, int width, int height, byte[] bytes) {
        this.type = type;
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    public String type() {
        return type;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
