package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.collab.identity.boundary.Accounts;
import org.collab.paging.Page;

/** People, as far as others may know of them. */
@Path("users")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Caller caller;

    @GET
    @Path("me")
    public UserJson me() {
        return UserJson.of(accounts.get(caller.userId()));
    }

    /** Whoever has exactly this address, for adding them to a room: one item or none. */
    @GET
    public Page<UserJson> find(@QueryParam("email") @NotBlank String email) {
        List<UserJson> found =
                accounts.findByEmail(email).map(UserJson::of).stream().toList();
        return new Page<>(found, found.size());
    }
}
