package org.collab.web.rest;

import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;

/**
 * The token of a request, as Payara hands it to the stores of identities. Its class is Payara's own and known by its name
 * alone, because the application runs on other servers too.
 */
record BearerCredential(Credential credential, String token) {
    private static final String TYPE = "fish.payara.microprofile.jwtauth.eesecurity.SignedJWTCredential";

    static Optional<BearerCredential> of(Credential credential) {
        if (!credential.getClass().getName().equals(TYPE)) {
            return Optional.empty();
        }
        try {
            Object token = credential.getClass().getMethod("getSignedJWT").invoke(credential);
            return Optional.of(new BearerCredential(credential, (String) token));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Payara tells the token of a request in another way", e);
        }
    }

    /** The same with another token. */
    Credential withToken(String other) {
        try {
            return credential.getClass().getConstructor(String.class).newInstance(other);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Payara makes the token of a request in another way", e);
        }
    }
}
