package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.collab.administration.boundary.RoomAdministration;
import org.collab.administration.entity.RoomRow;
import org.collab.paging.Page;

/** All rooms, for administrators. */
@Path("admin/rooms")
@RequestScoped
@RolesAllowed(RestApplication.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminRoomsResource {
    @Inject
    private RoomAdministration rooms;

    @Inject
    private Caller caller;

    /** Who is to own a room. */
    public record Owner(@NotNull String userId) {}

    @GET
    public Page<RoomRow> list(
            @QueryParam("text") @DefaultValue("") @Size(max = 200) String text, @BeanParam PageQuery page) {
        return rooms.list(caller.userId(), text, page.request());
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        rooms.delete(caller.userId(), roomId(id));
    }

    @POST
    @Path("{id}/restore")
    @Consumes(MediaType.WILDCARD)
    public void restore(@PathParam("id") String id) {
        rooms.restore(caller.userId(), roomId(id));
    }

    @PUT
    @Path("{id}/owner")
    public void giveOwner(@PathParam("id") String id, @NotNull @Valid Owner owner) {
        rooms.giveOwner(caller.userId(), roomId(id), Ids.of(owner.userId(), "user"));
    }

    private static UUID roomId(String id) {
        return Ids.of(id, "room");
    }
}
