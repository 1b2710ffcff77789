package org.collab.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.boundary.RequestOrigin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells the rest of the application where a request comes from, before anything else looks at it. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 1)
public class OriginFilter implements ContainerRequestFilter {
    @Inject
    @ConfigProperty(name = "collab.trusted-proxies")
    private Optional<String> trusted;

    @Inject
    private HttpServletRequest connection;

    @Inject
    private RequestOrigin origin;

    private TrustedProxies proxies = new TrustedProxies(List.of());

    @PostConstruct
    void configure() {
        proxies = TrustedProxies.of(List.of(trusted.orElse("").split(",")));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> forwarded = request.getHeaders().getOrDefault("X-Forwarded-For", List.of());
        origin.comesFrom(proxies.client(connection.getRemoteAddr(), forwarded), session(request));
    }

    private static Optional<UUID> session(ContainerRequestContext request) {
        @Nullable Object sid = request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
                ? token.getClaim("sid")
                : null;
        try {
            return Optional.ofNullable(sid).map(Object::toString).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // another issuer's session
        }
    }
}
