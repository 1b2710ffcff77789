package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.collab.sharing.entity.Place;

/** Handing over a room. */
@Path("rooms/{id}/owner")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomOwnerResource extends OwnerOfPlace {
    public RoomOwnerResource() {
        super(Place.Kind.ROOM);
    }
}
