package org.collab.image.control;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Formats of pictures that are taken, told by their first bytes: what a client says is not asked. */
enum ImageFormat {
    PNG("png", "image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("jpeg", "image/jpeg", "\u00ff\u00d8\u00ff"),
    /** Stored as PNG, its first picture alone. */
    GIF("gif", "image/png", "GIF8");

    private final String reader;
    private final String storedType;
    private final String magic;

    ImageFormat(String reader, String storedType, String magic) {
        this.reader = reader;
        this.storedType = storedType;
        this.magic = magic;
    }

    /** The name by which {@code ImageIO} knows it. */
    String reader() {
        return reader;
    }

    String storedType() {
        return storedType;
    }

    static Optional<ImageFormat> of(byte[] bytes) {
        for (ImageFormat format : values()) {
            if (format.begins(bytes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes) {
        int length = Math.min(bytes.length, magic.length());
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
    }
}
