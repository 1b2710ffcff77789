package org.collab.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database keeps but must not know: AES-GCM by a key that is derived from the one that signs access
 * tokens. What is sealed begins with the signing key's id, so that it can be opened as long as that key is accepted.
 */
@ApplicationScoped
public class SealedSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_ID_BYTES = 43;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject
    private SigningKeys keys;

    public byte[] seal(String secret) {
        String id = keys.current().getKeyID();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        sealed.writeBytes(nonce);
        try {
            sealed.writeBytes(cipher(Cipher.ENCRYPT_MODE, keyFor(id).orElseThrow(), nonce)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
        return sealed.toByteArray();
    }

    /** Empty where the key that sealed it is not accepted any more, or somebody has changed it. */
    public Optional<String> open(byte[] sealed) {
        int begin = KEY_ID_BYTES + NONCE_BYTES;
        if (sealed.length < begin) {
            return Optional.empty();
        }
        String id = new String(sealed, 0, KEY_ID_BYTES, StandardCharsets.US_ASCII);
        byte[] nonce = Arrays.copyOfRange(sealed, KEY_ID_BYTES, begin);
        Optional<SecretKeySpec> key = keyFor(id);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, key.get(), nonce).doFinal(sealed, begin, sealed.length - begin);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private Optional<SecretKeySpec> keyFor(String id) {
        return keys.find(id).map(signing -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(signing.toRSAPrivateKey().getEncoded(), "HmacSHA256"));
                byte[] derived = mac.doFinal("collab sealed secrets 1".getBytes(StandardCharsets.US_ASCII));
                return new SecretKeySpec(derived, "AES");
            } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
                throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
            }
        });
    }
}
