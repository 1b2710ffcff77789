package org.collab.web.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.paging.Page;
import org.collab.sharing.boundary.Invitations;
import org.collab.sharing.entity.Invitation;
import org.collab.sharing.entity.Place;

/** Invitations to a place by e-mail address, for its owners. */
public abstract class InvitationsOfPlace {
    @Inject
    private Invitations invitations;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    private final Place.Kind kind;

    InvitationsOfPlace(Place.Kind kind) {
        this.kind = kind;
    }

    /** Who is invited, and as what. */
    public record Wish(
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull String role) {}

    /** An invitation that waits. */
    public record InvitationJson(UUID id, String email, String role, Instant createdAt, Instant expiresAt) {
        static InvitationJson of(Invitation invitation) {
            return new InvitationJson(
                    invitation.id(),
                    invitation.email(),
                    invitation.role().code(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }

    /** An invitation with its token, told this once: whoever invites passes it on. */
    public record IssuedJson(UUID id, String email, String role, Instant expiresAt, String token) {}

    @GET
    public Page<InvitationJson> list() {
        List<Invitation> found = invitations.list(caller.userId(), place());
        return new Page<>(found, found.size()).map(InvitationJson::of);
    }

    @POST
    public Response invite(@NotNull @Valid Wish wish) {
        Invitations.Issued issued = invitations.invite(caller.userId(), place(), wish.email(), Roles.of(wish.role()));
        Invitation made = issued.invitation();
        return Response.status(Response.Status.CREATED)
                .entity(new IssuedJson(
                        made.id(),
                        made.email(),
                        made.role().code(),
                        made.expiresAt(),
                        issued.token().value()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{invitationId}")
    public void withdraw(@PathParam("invitationId") String invitationId) {
        invitations.withdraw(caller.userId(), place(), Ids.of(invitationId, "invitation"));
    }

    private Place place() {
        return new Place(kind, GroupsOfPlace.idOf(kind, id));
    }
}
