package org.collab.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.collab.identity.entity.User;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the short-lived access tokens (JWT, RS256) that MicroProfile JWT checks on every REST request. The private key
 * is a PKCS#8 PEM file named by {@code collab.access-token.key-file}.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long a token is valid. Short, because it cannot be taken back. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The group that every signed-in user is in. */
    public static final String USER_GROUP = "user";

    @Inject
    @ConfigProperty(name = "collab.access-token.key-file")
    private String keyFile;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    private String audience;

    private JWSSigner signer;

    @PostConstruct
    void readKey() {
        try {
            String pem = Files.readString(Path.of(keyFile)).replaceAll("-----[A-Z ]+-----|\\s", "");
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            signer = new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "collab.access-token.key-file must name a readable PKCS#8 PEM file, was " + keyFile, e);
        }
    }

    /** A token that names the user and the session, for {@link #LIFETIME}. */
    public String issue(User user, UUID sessionId, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(user.id().toString())
                .claim("upn", user.email().orElse(user.id().toString()))
                .claim("groups", List.of(USER_GROUP))
                .claim("sid", sessionId.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the access token could not be signed", e);
        }
        return token.serialize();
    }
}
