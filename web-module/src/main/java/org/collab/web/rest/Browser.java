package org.collab.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.collab.audit.boundary.RequestOrigin;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.boundary.SignIn;
import org.collab.identity.boundary.SignInWays;
import org.collab.identity.entity.Client;

/** The other end of this request: where it comes from, and the cookies it gets. */
@RequestScoped
public class Browser {
    static final String REFRESH_COOKIE = "collab-refresh";

    @Inject
    private HttpServletRequest request;

    @Inject
    private RequestOrigin origin;

    @Inject
    private SignInWays ways;

    public Client client() {
        return new Client(
                origin.address().orElseGet(request::getRemoteAddr),
                Optional.ofNullable(request.getHeader("User-Agent")));
    }

    /**
     * The address of a path of the application, as browsers know it: below {@code collab.public-url}, or else below what
     * this request was sent to. A forged Host leads nowhere: the company's sign-in knows the addresses it may send to.
     */
    String address(String path) {
        return ways.publicUrl().orElseGet(this::applicationUrl) + path;
    }

    private String applicationUrl() {
        String url = request.getRequestURL().toString();
        String host = url.substring(0, url.length() - request.getRequestURI().length());
        return host + request.getContextPath();
    }

    /** The answer to signing in: with the next refresh token where there is one, and for no cache. */
    Response signedIn(Response.ResponseBuilder answer, SignIn signIn) {
        signIn.refreshToken().ifPresent(token -> answer.cookie(refreshCookie(token.value(), Sessions.LIFETIME)));
        return answer.header("Cache-Control", "no-store").build();
    }

    /** The cookie of the refresh token, which goes to nothing but the refresh resource. */
    NewCookie refreshCookie(String token, Duration lifetime) {
        return cookie(REFRESH_COOKIE, token, "auth/refresh", lifetime, NewCookie.SameSite.STRICT);
    }

    /**
     * A cookie that no script sees, and that goes to one resource alone.
     *
     * @param path of the resource, below the API's root
     */
    NewCookie cookie(String name, String value, String path, Duration lifetime, NewCookie.SameSite sameSite) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(request.getContextPath() + "/api/" + path)
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(true)
                .sameSite(sameSite)
                .build();
    }
}
