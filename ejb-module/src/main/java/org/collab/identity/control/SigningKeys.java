package org.collab.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The RSA keys of access tokens: the one that signs, and those beside it whose tokens are valid as well, because they
 * signed until lately or will sign soon. Each is known by its thumbprint (RFC 7638), which a token names as its
 * {@code kid}. The server checks tokens by the public halves in the file that {@code mp.jwt.verify.publickey.location}
 * names, which has the same keys.
 */
@ApplicationScoped
public class SigningKeys {
    @Inject
    @ConfigProperty(name = "collab.access-token.key-file")
    private String keyFile;

    /** Separated by commas; files that are missing are no error: there is no other key then. */
    @Inject
    @ConfigProperty(name = "collab.access-token.previous-key-file")
    private Optional<String> otherKeyFiles;

    private List<RSAKey> keys = List.of();

    @PostConstruct
    void read() {
        List<RSAKey> found = new ArrayList<>();
        found.add(key(Path.of(keyFile)));
        for (String file : otherKeyFiles.orElse("").split(",", -1)) {
            Path path = Path.of(file.strip());
            if (!file.isBlank() && Files.exists(path)) {
                found.add(key(path));
            }
        }
        keys = List.copyOf(found);
    }

    /** The key that signs. */
    public RSAKey current() {
        return keys.get(0);
    }

    /** The key with this thumbprint. */
    public Optional<RSAKey> find(String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    /** The public halves, as a JWK set. */
    public String published() {
        List<JWK> published =
                keys.stream().map(RSAKey::toPublicJWK).map(JWK.class::cast).toList();
        return new JWKSet(published).toString(true);
    }

    private static RSAKey key(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            RSAPublicKey published =
                    (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new RSAKey.Builder(published)
                    .privateKey(key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (IOException | GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "collab.access-token.key-file and previous-key-file must name readable PKCS#8 PEM files of RSA keys, was "
                            + file,
                    e);
        }
    }
}
