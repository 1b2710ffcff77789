package org.collab.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.collab.identity.entity.User;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the short-lived access tokens (JWT, RS256) that MicroProfile JWT checks on every REST request, signed by
 * the current one of {@link SigningKeys}.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long a token is valid. Short, because it cannot be taken back. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The group that every signed-in user is in. */
    public static final String USER_GROUP = "user";

    /** The group of those who administer the installation; a token may outlive the right by {@link #LIFETIME}. */
    public static final String ADMINISTRATOR_GROUP = "administrator";

    @Inject
    private SigningKeys keys;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    private String audience;

    /** A token that names the user and the session, for {@link #LIFETIME}. */
    public String issue(User user, UUID sessionId, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(user.id().toString())
                .claim("upn", user.email().orElse(user.id().toString()))
                .claim("groups", groups(user))
                .claim("sid", sessionId.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        RSAKey key = keys.current();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the access token could not be signed", e);
        }
        return token.serialize();
    }

    private static List<String> groups(User user) {
        return user.isAdministrator() ? List.of(USER_GROUP, ADMINISTRATOR_GROUP) : List.of(USER_GROUP);
    }
}
