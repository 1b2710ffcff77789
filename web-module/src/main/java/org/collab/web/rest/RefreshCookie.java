package org.collab.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.boundary.SignIn;

/** The cookie with the refresh token, which only the refresh resource ever gets. */
@RequestScoped
public class RefreshCookie {
    static final String NAME = "collab-refresh";

    @Inject
    private HttpServletRequest request;

    /** Hands the browser its next refresh token; whoever answers with tokens answers them uncached. */
    Response.ResponseBuilder added(Response.ResponseBuilder response, SignIn signIn) {
        response.header("Cache-Control", "no-store");
        signIn.refreshToken().ifPresent(token -> response.cookie(cookie(token.value(), Sessions.LIFETIME)));
        return response;
    }

    Response.ResponseBuilder removed(Response.ResponseBuilder response) {
        return response.cookie(cookie("", Duration.ZERO));
    }

    private NewCookie cookie(String value, Duration lifetime) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(request.getContextPath() + "/api/auth/refresh")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
