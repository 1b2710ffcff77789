package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.collab.sharing.entity.Place;

/** The groups with a role on a document. */
@Path("documents/{id}/groups")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentGroupsResource extends GroupsOfPlace {
    public DocumentGroupsResource() {
        super(Place.Kind.DOCUMENT);
    }
}
