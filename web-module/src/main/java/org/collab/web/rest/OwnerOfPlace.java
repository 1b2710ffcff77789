package org.collab.web.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import org.collab.sharing.boundary.Grants;
import org.collab.sharing.entity.Place;

/** Handing a place over to somebody who has access to it; whoever does is an editor from then on. */
public abstract class OwnerOfPlace {
    @Inject
    private Grants grants;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    private final Place.Kind kind;

    OwnerOfPlace(Place.Kind kind) {
        this.kind = kind;
    }

    /** Who becomes the owner. */
    public record Successor(@NotNull String userId) {}

    @PUT
    public void transfer(@NotNull @Valid Successor successor) {
        grants.transfer(
                caller.userId(), new Place(kind, GroupsOfPlace.idOf(kind, id)), Ids.of(successor.userId(), "member"));
    }
}
