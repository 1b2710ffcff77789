package org.collab.audit.entity;

import java.util.HexFormat;

/** A hash of the audit log's chain: 64 hexadecimal digits in lower case. */
public record Seal(String hex) {
    private static final int DIGITS = 64;

    /** What stands before the first event. */
    public static final Seal GENESIS = new Seal("0".repeat(DIGITS));

    public Seal {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("a hash has 64 digits, was " + hex.length());
        }
    }

    public static Seal of(byte[] bytes) {
        return new Seal(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
