package org.collab.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.time.Clock;
import org.collab.audit.boundary.RequestOrigin;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever makes too many requests, by user where somebody is signed in, else by address: {@code
 * collab.rest.requests-per-second} after a burst of {@code collab.rest.request-burst}. Counted on each node by itself.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 1)
public class RequestLimit implements ContainerRequestFilter {
    @Inject
    @ConfigProperty(name = "collab.rest.requests-per-second", defaultValue = "100")
    private int perSecond;

    @Inject
    @ConfigProperty(name = "collab.rest.request-burst", defaultValue = "1000")
    private int burst;

    @Inject
    private RequestOrigin origin;

    private RequestRates rates = new RequestRates(Clock.systemUTC(), 1, 1);

    @PostConstruct
    void configure() {
        rates = new RequestRates(Clock.systemUTC(), perSecond, burst);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean health = request.getUriInfo().getPath().startsWith("health/");
        if (!health && !rates.allow(caller(request))) {
            throw new CollabException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "more than " + perSecond + " requests a second; try again in a moment");
        }
    }

    private String caller(ContainerRequestContext request) {
        @Nullable Principal user = request.getSecurityContext().getUserPrincipal();
        return user == null ? "address " + origin.address().orElse("") : "user " + user.getName();
    }
}
