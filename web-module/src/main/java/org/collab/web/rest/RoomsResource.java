package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.collab.document.boundary.Documents;
import org.collab.document.entity.DocumentOrder;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.paging.Page;
import org.collab.room.boundary.MemberView;
import org.collab.room.boundary.Members;
import org.collab.room.boundary.RoomView;
import org.collab.room.boundary.Rooms;
import org.jspecify.annotations.Nullable;

/** Rooms, their members and their documents. */
@Path("rooms")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {
    @Inject
    private Rooms rooms;

    @Inject
    private Members members;

    @Inject
    private Documents documents;

    @Inject
    private Caller caller;

    /** A room as its members see it. */
    public record RoomJson(UUID id, String name, String role, boolean historyForViewers) {
        static RoomJson of(RoomView room) {
            return new RoomJson(room.id(), room.name(), room.role().code(), room.historyForViewers());
        }
    }

    /** A member of a room. */
    public record MemberJson(UUID userId, String displayName, String role) {
        static MemberJson of(MemberView member) {
            return new MemberJson(
                    member.userId(), member.displayName(), member.role().code());
        }
    }

    /** What a room may be given. */
    public record RoomName(@NotBlank @Size(max = 120) String name) {}

    /** What may be changed of a room. */
    public record RoomChange(
            @Nullable @Size(max = 120) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,

            @Nullable Boolean historyForViewers) {}

    /** What a document may be given. */
    public record DocumentTitle(@NotBlank @Size(max = 200) String title) {}

    @GET
    public Page<RoomJson> list(@BeanParam PageQuery page) {
        return rooms.list(caller.userId(), page.request()).map(RoomJson::of);
    }

    @POST
    public Response create(@NotNull @Valid RoomName room) {
        RoomJson created = RoomJson.of(rooms.create(caller.userId(), room.name()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    @Path("{id}")
    public RoomJson get(@PathParam("id") String id) {
        return RoomJson.of(rooms.get(caller.userId(), roomId(id)));
    }

    @PATCH
    @Path("{id}")
    public RoomJson change(@PathParam("id") String id, @NotNull @Valid RoomChange room) {
        return RoomJson.of(rooms.change(
                caller.userId(),
                roomId(id),
                Optional.ofNullable(room.name()),
                Optional.ofNullable(room.historyForViewers())));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        rooms.delete(caller.userId(), roomId(id));
    }

    @GET
    @Path("{id}/members")
    public Page<MemberJson> members(@PathParam("id") String id, @BeanParam PageQuery page) {
        return members.list(caller.userId(), roomId(id), page.request()).map(MemberJson::of);
    }

    @PUT
    @Path("{id}/members/{userId}")
    public MemberJson putMember(
            @PathParam("id") String id, @PathParam("userId") String userId, @NotNull @Valid Roles.RoleJson role) {
        return MemberJson.of(members.put(caller.userId(), roomId(id), Ids.of(userId, "user"), role.value()));
    }

    @DELETE
    @Path("{id}/members/{userId}")
    public void removeMember(@PathParam("id") String id, @PathParam("userId") String userId) {
        members.remove(caller.userId(), roomId(id), Ids.of(userId, "member"));
    }

    @GET
    @Path("{id}/documents")
    public Page<DocumentJson> documents(
            @PathParam("id") String id,
            @BeanParam PageQuery page,
            @QueryParam("sort") @DefaultValue("updated") String sort) {
        DocumentOrder order = DocumentOrder.of(sort)
                .orElseThrow(() ->
                        new CollabException(ErrorCode.VALIDATION_FAILED, "sort must be updated or title, was " + sort));
        return documents
                .list(caller.userId(), roomId(id), order, page.request())
                .map(DocumentJson::of);
    }

    @POST
    @Path("{id}/documents")
    public Response createDocument(@PathParam("id") String id, @NotNull @Valid DocumentTitle document) {
        DocumentJson created = DocumentJson.of(documents.create(caller.userId(), roomId(id), document.title()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    private static UUID roomId(String id) {
        return Ids.of(id, "room");
    }
}
