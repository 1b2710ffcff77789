package org.collab.collaboration.entity;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A change's place in the hash chain: SHA-256 over the previous change's hash and the change itself.
 */
public final class ChangeHash {
    /** What the first change builds on. */
    public static final ChangeHash GENESIS = new ChangeHash(new byte[32]);

    private final byte[] bytes;

    public ChangeHash(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a change's hash has 32 bytes, not " + bytes.length);
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
