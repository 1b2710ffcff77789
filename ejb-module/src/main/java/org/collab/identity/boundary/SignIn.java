package org.collab.identity.boundary;

import java.util.Optional;
import java.util.UUID;
import org.collab.identity.entity.User;
import org.collab.secret.OpaqueToken;

/**
 * What a browser holds after signing in or refreshing.
 *
 * @param accessToken a JWT, valid for {@code expiresIn} seconds
 * @param refreshToken the new refresh token; empty where the browser keeps the one that another of its tabs just got
 */
public record SignIn(
        User user, UUID sessionId, String accessToken, long expiresIn, Optional<OpaqueToken> refreshToken) {}
