package org.collab.identity.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/** Password hashes: PBKDF2 with HMAC-SHA256, 600,000 rounds, made by the server's own Jakarta Security. */
@ApplicationScoped
public class Passwords {
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash hashing;

    /** What an unknown user's password is compared with, so that the answer takes as long as a known user's. */
    private String nobodysHash = "";

    @PostConstruct
    void prepare() {
        hashing.initialize(PARAMETERS);
        nobodysHash = hash("a password that nobody has");
    }

    public String hash(String password) {
        return hashing.generate(password.toCharArray());
    }

    /** Whether the password belongs to the hash; without a hash, false after the same work. */
    public boolean matches(String password, Optional<String> hash) {
        boolean matched = hashing.verify(password.toCharArray(), hash.orElse(nobodysHash));
        return matched && hash.isPresent();
    }
}
