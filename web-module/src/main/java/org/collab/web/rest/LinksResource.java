package org.collab.web.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.collab.sharing.boundary.ShareLinks;
import org.collab.sharing.entity.ShareLink;
import org.jspecify.annotations.Nullable;

/** A share link, for whoever has it. */
@Path("links/{token}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {
    @Inject
    private ShareLinks links;

    @Inject
    private Browser browser;

    @Inject
    private Caller caller;

    @PathParam("token")
    private String token = "";

    /** What everybody with the link sees before opening it: nothing of the document. */
    public record LookJson(String scope, String role, boolean passwordNeeded) {
        static LookJson of(ShareLink link) {
            return new LookJson(
                    link.scope().code(), link.role().code(), link.passwordHash().isPresent());
        }
    }

    /** What opening a link may take. */
    public record Key(@Nullable @Size(max = 200) String password) {}

    /** What somebody without an account gives. */
    public record Guest(
            @NotBlank @Size(max = 80) String displayName,
            @Nullable @Size(max = 200) String password) {}

    /** Where the link leads. */
    public record VisitJson(UUID documentId, String role) {
        static VisitJson of(ShareLinks.Visit visit) {
            return new VisitJson(visit.documentId(), visit.role().code());
        }
    }

    /** What signing in gives, and where the link leads. */
    public record GuestVisitJson(String accessToken, long expiresIn, MeJson user, UUID documentId) {
        static GuestVisitJson of(ShareLinks.GuestVisit visit) {
            return new GuestVisitJson(
                    visit.signIn().accessToken(),
                    visit.signIn().expiresIn(),
                    MeJson.of(visit.signIn().user()),
                    visit.documentId());
        }
    }

    @GET
    @PermitAll
    public LookJson look() {
        return LookJson.of(links.look(token));
    }

    @POST
    @RolesAllowed(RestApplication.USER)
    public VisitJson open(@NotNull @Valid Key key) {
        return VisitJson.of(links.open(caller.userId(), token, Optional.ofNullable(key.password()), browser.client()));
    }

    @POST
    @Path("guests")
    @PermitAll
    public Response openAsGuest(@NotNull @Valid Guest guest) {
        ShareLinks.GuestVisit visit =
                links.openAsGuest(token, guest.displayName(), Optional.ofNullable(guest.password()), browser.client());
        return browser.signedIn(
                Response.status(Response.Status.CREATED).entity(GuestVisitJson.of(visit)), visit.signIn());
    }
}
