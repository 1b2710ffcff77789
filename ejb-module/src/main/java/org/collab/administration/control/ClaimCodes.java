package org.collab.administration.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collab.secret.OpaqueToken;

/**
 * Codes that make their bearer the first administrator: each node makes one when it starts while there is none. Only
 * hashes are stored, of which the newest few serve.
 */
@Stateless
public class ClaimCodes {
    /** Digits and letters that nobody takes for another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final int KEPT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    /** A new code, while there is no administrator. */
    public Optional<String> issue() {
        if (hasAdministrator()) {
            return Optional.empty();
        }
        String code = random();
        entities.createNativeQuery("INSERT INTO administrator_codes (code_hash, created_at) VALUES (?1, now())")
                .setParameter(1, hash(code))
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM administrator_codes WHERE code_hash NOT IN"
                        + " (SELECT code_hash FROM administrator_codes ORDER BY created_at DESC LIMIT " + KEPT + ")")
                .executeUpdate();
        return Optional.of(code);
    }

    /** Whether the code serves. The rows stay locked until the transaction ends, so that only one caller gets in. */
    public boolean redeem(String code) {
        List<?> hashes = entities.createNativeQuery("SELECT code_hash FROM administrator_codes FOR UPDATE")
                .getResultList();
        byte[] presented = hash(code);
        boolean matches = false;
        for (Object hash : hashes) {
            matches |= MessageDigest.isEqual((byte[]) hash, presented);
        }
        return matches && !hasAdministrator();
    }

    /** No code serves any more. */
    public void withdraw() {
        entities.createNativeQuery("DELETE FROM administrator_codes").executeUpdate();
    }

    private boolean hasAdministrator() {
        return !entities.createNativeQuery("SELECT 1 FROM users WHERE administrator LIMIT 1")
                .getResultList()
                .isEmpty();
    }

    /** Spaces and dashes are for the eye. */
    private static byte[] hash(String code) {
        return new OpaqueToken(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT)).hash();
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
