package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.entity.SessionView;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** Where the caller is signed in. */
@Path("auth/sessions")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    private Sessions sessions;

    @Inject
    private Caller caller;

    /** One session; {@code current} marks the caller's own. */
    @JsonbNillable
    public record SessionJson(
            UUID id,
            String method,
            Instant createdAt,
            Instant usedAt,
            Instant expiresAt,
            @Nullable String address,
            @Nullable String userAgent,
            boolean current) {
        static SessionJson of(SessionView view, UUID current) {
            return new SessionJson(
                    view.id(),
                    view.method().name().toLowerCase(Locale.ROOT),
                    view.createdAt(),
                    view.usedAt(),
                    view.expiresAt(),
                    view.address().orElse(null),
                    view.userAgent().orElse(null),
                    view.id().equals(current));
        }
    }

    @GET
    public Page<SessionJson> list() {
        UUID current = caller.sessionId();
        List<SessionJson> items = sessions.of(caller.userId()).stream()
                .map(view -> SessionJson.of(view, current))
                .toList();
        return new Page<>(items, items.size());
    }

    /** Signs the caller out everywhere else. */
    @DELETE
    public void endOthers() {
        sessions.revokeOthers(caller.userId(), caller.sessionId());
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id) {
        sessions.revoke(caller.userId(), Ids.of(id, "session"));
    }
}
