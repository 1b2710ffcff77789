package org.collab.web.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.collab.paging.Page;
import org.collab.sharing.boundary.Grants;
import org.collab.sharing.entity.GroupGrant;
import org.collab.sharing.entity.Place;

/** The groups with a role in a place. Their names may hold slashes, so they are no part of a path. */
public abstract class GroupsOfPlace {
    @Inject
    private Grants grants;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    private final Place.Kind kind;

    GroupsOfPlace(Place.Kind kind) {
        this.kind = kind;
    }

    /** A group and its role. */
    public record GroupJson(
            @NotBlank @Size(max = 200) String name, @NotNull String role) {
        static GroupJson of(GroupGrant grant) {
            return new GroupJson(grant.name(), grant.role().code());
        }
    }

    @GET
    public Page<GroupJson> list() {
        List<GroupGrant> found = grants.groups(caller.userId(), place());
        return new Page<>(found, found.size()).map(GroupJson::of);
    }

    @PUT
    public GroupJson put(@NotNull @Valid GroupJson group) {
        return GroupJson.of(grants.putGroup(caller.userId(), place(), group.name(), Roles.of(group.role())));
    }

    @DELETE
    public void remove(@QueryParam("name") @NotNull String name) {
        grants.removeGroup(caller.userId(), place(), name);
    }

    private Place place() {
        return new Place(kind, idOf(kind, id));
    }

    static UUID idOf(Place.Kind kind, String id) {
        return Ids.of(
                id,
                switch (kind) {
                    case ROOM -> "room";
                    case DOCUMENT -> "document";
                });
    }
}
