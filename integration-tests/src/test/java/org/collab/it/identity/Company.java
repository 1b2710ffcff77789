package org.collab.it.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.MockResponse;

/** The sign-in of a company, which answers what it is told to. */
final class Company implements AutoCloseable {
    static final String CLIENT = "collab";

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final String issuer;

    Company(int port) {
        server.start(InetAddress.getLoopbackAddress(), port);
        issuer = "http://127.0.0.1:" + port + "/company";
    }

    String issuer() {
        return issuer;
    }

    /** What an ID token of somebody says; each claim can be replaced, or removed by null. */
    Map<String, Object> claims(String subject, String nonce) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", CLIENT);
        claims.put("sub", subject);
        claims.put("nonce", nonce);
        claims.put("email", subject + "@example.com");
        claims.put("email_verified", true);
        claims.put("name", "Somebody of the company");
        claims.put("groups", java.util.List.of());
        claims.put("sid", "session-of-" + subject);
        return claims;
    }

    String signed(Map<String, Object> claims) {
        return server.anyToken(HttpUrl.get(issuer), claims, Duration.ofMinutes(5))
                .serialize();
    }

    /** By a key that the company does not have, under a name that it does not know. */
    static String signedByStranger(Map<String, Object> claims) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("stranger").generate();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stranger").build(), set(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** By nobody at all: alg none. */
    static String unsigned(Map<String, Object> claims) {
        return new PlainJWT(set(claims)).serialize();
    }

    private static JWTClaimsSet set(Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issueTime(java.util.Date.from(Instant.now()))
                .expirationTime(java.util.Date.from(Instant.now().plusSeconds(300)));
        claims.forEach(set::claim);
        return set.build();
    }

    /** The next request gets these tokens. */
    void answerTokens(String idToken) {
        answer(
                200,
                "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\"again\","
                        + "\"id_token\":\"" + idToken + "\"}");
    }

    /** The next request gets this answer. There is no other way to have the server say what it would not. */
    @SuppressWarnings("deprecation")
    void answer(int status, String json) {
        server.enqueueResponse(new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(json));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
