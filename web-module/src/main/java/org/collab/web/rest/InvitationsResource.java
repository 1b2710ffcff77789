package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.collab.secret.OpaqueToken;
import org.collab.sharing.boundary.Invitations;
import org.collab.sharing.entity.Place;

/** An invitation, for whoever was invited and holds its token. */
@Path("invitations/{token}")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    @Inject
    private Invitations invitations;

    @Inject
    private Caller caller;

    @PathParam("token")
    private String token = "";

    /** What somebody is invited to: {@code kind} is {@code room} or {@code document}. */
    public record OfferJson(String kind, String name, String role, String inviter, Instant expiresAt) {
        static OfferJson of(Invitations.Offer offer) {
            return new OfferJson(
                    offer.invitation().place().code(),
                    offer.placeName(),
                    offer.invitation().role().code(),
                    offer.inviter(),
                    offer.invitation().expiresAt());
        }
    }

    /** Where the accepted invitation leads. */
    public record PlaceJson(String kind, UUID id) {}

    @GET
    public OfferJson look() {
        return OfferJson.of(invitations.look(caller.userId(), new OpaqueToken(token)));
    }

    @POST
    public PlaceJson accept() {
        Place place = invitations.accept(caller.userId(), new OpaqueToken(token));
        return new PlaceJson(place.code(), place.id());
    }
}
