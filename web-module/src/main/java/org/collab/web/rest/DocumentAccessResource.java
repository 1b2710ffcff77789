package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.paging.Page;
import org.collab.sharing.boundary.Grants;
import org.collab.sharing.entity.Grant;
import org.jspecify.annotations.Nullable;

/** Who has access to a document, and where it comes from. */
@Path("documents/{id}/access")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentAccessResource {
    @Inject
    private Grants grants;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /**
     * A person, or a group where there is no {@code userId}. {@code role} is what it comes to; {@code roomRole} comes from
     * the room, {@code ownRole} was given on the document in its place; with neither, it comes from the link.
     */
    public record AccessJson(
            @Nullable UUID userId,
            String name,
            @Nullable String color,
            String role,
            @Nullable String roomRole,
            @Nullable String ownRole,
            boolean guest) {
        static AccessJson of(Grant grant) {
            return new AccessJson(
                    grant.userId().orElse(null),
                    grant.name(),
                    grant.color().orElse(null),
                    grant.role().code(),
                    grant.roomRole().map(Role::code).orElse(null),
                    grant.ownRole().map(Role::code).orElse(null),
                    grant.guest());
        }
    }

    @GET
    public Page<AccessJson> list(@BeanParam PageQuery page) {
        return grants.onDocument(caller.userId(), Ids.of(id, "document"), page.request())
                .map(AccessJson::of);
    }
}
