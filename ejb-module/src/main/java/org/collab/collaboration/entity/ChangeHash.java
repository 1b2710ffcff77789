package org.collab.collaboration.entity;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A change's place in the hash chain: SHA-256 over the previous change's hash and the change itself.
 */
public final class ChangeHash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** What the first change builds on. */
    public static final ChangeHash GENESIS = new ChangeHash(new byte[LENGTH]);

    private final byte[] bytes;

    public ChangeHash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a change's hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
