package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.collab.sharing.boundary.Grants;

/** People with a role on one document, in place of what its room gives. */
@Path("documents/{id}/members/{userId}")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentMembersResource {
    @Inject
    private Grants grants;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    @PathParam("userId")
    private String userId = "";

    @PUT
    public void put(@NotNull @Valid Roles.RoleJson role) {
        grants.putMember(caller.userId(), documentId(), Ids.of(userId, "user"), role.value());
    }

    @DELETE
    public void remove() {
        grants.removeMember(caller.userId(), documentId(), Ids.of(userId, "member"));
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
