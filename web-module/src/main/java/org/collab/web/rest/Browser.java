package org.collab.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.collab.identity.entity.Client;

/** The other end of this request: where it comes from, and the cookies it gets. */
@RequestScoped
public class Browser {
    @Inject
    private HttpServletRequest request;

    public Client client() {
        return new Client(request.getRemoteAddr(), Optional.ofNullable(request.getHeader("User-Agent")));
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
