package org.collab.web.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.collab.access.boundary.AccessControl;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/**
 * Lets nobody through whose session has ended, or who is suspended, though the access token would still be good for some
 * minutes. Public resources are for everybody, so a token that is no good does no harm there.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 2)
public class SessionCheck implements ContainerRequestFilter {
    @Inject
    private AccessControl access;

    @Inject
    private Caller caller;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() != null
                && !isPublic()
                && !access.isSignedIn(caller.writer())) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "this session has ended");
        }
    }

    private boolean isPublic() {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
    }
}
