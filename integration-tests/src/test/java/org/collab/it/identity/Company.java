package org.collab.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;

/** The sign-in of a company, which answers what it is told to. */
final class Company implements AutoCloseable {
    static final String CLIENT = "collab";

    private final Queue<OAuth2HttpResponse> told = new ConcurrentLinkedQueue<>();
    private final MockOAuth2Server server = new MockOAuth2Server(new WhatIsTold());
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
        claims.put("groups", List.of());
        claims.put("sid", "session-of-" + subject);
        return claims;
    }

    String signed(Map<String, Object> claims) {
        return server.getConfig()
                .getTokenProvider()
                .jwt(claims, Duration.ofMinutes(5), "company")
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

    /** The next request gets this answer. */
    void answer(int status, String json) {
        told.add(new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json"), status, json, json.getBytes(UTF_8)));
    }

    /** Goes before the mock's own answers, so that it says what it never would of itself. */
    private final class WhatIsTold implements Route {
        @Override
        public boolean match(OAuth2HttpRequest request) {
            return !told.isEmpty();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return told.remove();
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
