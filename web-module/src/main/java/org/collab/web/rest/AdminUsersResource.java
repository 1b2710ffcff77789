package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.administration.boundary.Erasure;
import org.collab.administration.boundary.UserAdministration;
import org.collab.administration.entity.UserRow;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** All users, for administrators. */
@Path("admin/users")
@RequestScoped
@RolesAllowed(RestApplication.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {
    @Inject
    private UserAdministration users;

    @Inject
    private Erasure erasure;

    @Inject
    private Caller caller;

    /** What may be changed of a user; what is left out stays. */
    public record UserChange(
            @Nullable Boolean suspended, @Nullable Boolean administrator) {}

    /** A password to pass on; shown once. */
    public record Password(String password) {}

    @GET
    public Page<UserRow> list(
            @QueryParam("text") @DefaultValue("") @Size(max = 200) String text, @BeanParam PageQuery page) {
        return users.list(caller.userId(), text, page.request());
    }

    @PATCH
    @Path("{id}")
    public void change(@PathParam("id") String id, @NotNull UserChange change) {
        UUID userId = userId(id);
        if (change.suspended() != null) {
            if (change.suspended()) {
                users.suspend(caller.userId(), userId);
            } else {
                users.resume(caller.userId(), userId);
            }
        }
        if (change.administrator() != null) {
            users.administer(caller.userId(), userId, change.administrator());
        }
    }

    @POST
    @Path("{id}/password")
    @Consumes(MediaType.WILDCARD)
    public Response resetPassword(@PathParam("id") String id) {
        return Response.ok(new Password(users.resetPassword(caller.userId(), userId(id))))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{id}/sessions")
    public Page<SessionsResource.SessionJson> sessions(@PathParam("id") String id) {
        List<SessionsResource.SessionJson> items = users.sessions(caller.userId(), userId(id)).stream()
                .map(view -> SessionsResource.SessionJson.of(view, caller.sessionId()))
                .toList();
        return new Page<>(items, items.size());
    }

    @DELETE
    @Path("{id}/sessions/{sessionId}")
    public void revoke(@PathParam("id") String id, @PathParam("sessionId") String sessionId) {
        users.revoke(caller.userId(), userId(id), Ids.of(sessionId, "session"));
    }

    /** Erases the user; {@code heir} gets the rooms that nobody else owns. */
    @DELETE
    @Path("{id}")
    public void erase(@PathParam("id") String id, @QueryParam("heir") @Nullable String heir) {
        erasure.erase(caller.userId(), userId(id), Optional.ofNullable(heir).map(AdminUsersResource::userId));
    }

    private static UUID userId(String id) {
        return Ids.of(id, "user");
    }
}
