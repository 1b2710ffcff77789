package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.collab.administration.boundary.UserAdministration;
import org.collab.administration.entity.SessionRow;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** Whoever is signed in, for administrators. A session is ended at its user's. */
@Path("admin/sessions")
@RequestScoped
@RolesAllowed(RestApplication.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class AdminSessionsResource {
    @Inject
    private UserAdministration users;

    @Inject
    private Caller caller;

    /** One session and whose it is. */
    @JsonbNillable
    public record OwnedSession(
            UUID userId, String userName, @Nullable String email, SessionsResource.SessionJson session) {
        static OwnedSession of(SessionRow row, UUID current) {
            return new OwnedSession(
                    row.userId(),
                    row.userName(),
                    row.email().orElse(null),
                    SessionsResource.SessionJson.of(row.session(), current));
        }
    }

    @GET
    public Page<OwnedSession> list(
            @QueryParam("text") @DefaultValue("") @Size(max = 200) String text, @BeanParam PageQuery page) {
        UUID current = caller.sessionId();
        return users.allSessions(caller.userId(), text, page.request()).map(row -> OwnedSession.of(row, current));
    }
}
