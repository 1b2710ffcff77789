package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.collab.administration.boundary.Holding;
import org.collab.administration.entity.HeldRow;
import org.collab.history.entity.Hold;
import org.collab.paging.Page;

/** What must not be purged or erased, for administrators. */
@Path("admin/holds")
@RequestScoped
@RolesAllowed(RestApplication.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminHoldsResource {
    @Inject
    private Holding holding;

    @Inject
    private Caller caller;

    /** Why something is held. */
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    @GET
    public Page<HeldRow> list() {
        List<HeldRow> held = holding.list(caller.userId());
        return new Page<>(held, held.size());
    }

    @PUT
    @Path("{kind:document|room|user}/{id}")
    public void place(@PathParam("kind") String kind, @PathParam("id") String id, @NotNull @Valid Reason reason) {
        holding.place(caller.userId(), kind(kind), Ids.of(id, kind), reason.reason());
    }

    @DELETE
    @Path("{kind:document|room|user}/{id}")
    public void release(@PathParam("kind") String kind, @PathParam("id") String id) {
        holding.release(caller.userId(), kind(kind), Ids.of(id, kind));
    }

    private static Hold.Kind kind(String code) {
        return Hold.Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
