package org.collab.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret of 256 bits that its bearer presents. Only its SHA-256 is stored; with that much randomness a slow
 * hash would add nothing.
 *
 * @param value base64url without padding, 43 characters
 */
public record OpaqueToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static OpaqueToken random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hidden, because a token is a password. */
    @Override
    public String toString() {
        return "OpaqueToken[hidden]";
    }
}
