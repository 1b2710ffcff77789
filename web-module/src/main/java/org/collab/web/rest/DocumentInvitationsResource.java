package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.collab.sharing.entity.Place;

/** Invitations to a document. */
@Path("documents/{id}/invitations")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentInvitationsResource extends InvitationsOfPlace {
    public DocumentInvitationsResource() {
        super(Place.Kind.DOCUMENT);
    }
}
