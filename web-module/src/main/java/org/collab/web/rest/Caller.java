package org.collab.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this request, from the checked access token. */
@RequestScoped
public class Caller {
    @Inject
    private HttpServletRequest request;

    public UUID userId() {
        return idFrom(token().getSubject());
    }

    /** The session that the token was issued in. */
    public UUID sessionId() {
        return idFrom(token().getClaim("sid"));
    }

    /** The user and the session in which this request is made. */
    public Writer writer() {
        return Writer.of(userId(), sessionId());
    }

    /** The principal is the token; to have it injected takes the server a search of its own for each request. */
    private JsonWebToken token() {
        if (request.getUserPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new CollabException(ErrorCode.UNAUTHENTICATED, "an access token is needed");
    }

    private static UUID idFrom(@Nullable String claim) {
        try {
            return UUID.fromString(claim == null ? "" : claim);
        } catch (IllegalArgumentException e) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "this access token names no user or session");
        }
    }
}
