package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.collab.access.boundary.Tickets;

/**
 * The tickets that open a document for editing (protocol O1). One for all requests: when a node goes away, all its editors
 * come at once, and to make a resource for each request is a part of what they cost.
 */
@Path("documents/{id}/tickets")
@ApplicationScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {
    @Inject
    private Tickets tickets;

    @Inject
    private Caller caller;

    /** A ticket (protocol O1). */
    public record TicketJson(String ticket, Instant expiresAt) {}

    @POST
    public Response issue(@PathParam("id") String id) {
        Tickets.Issued issued = tickets.issue(caller.writer(), Ids.of(id, "document"));
        return Response.status(Response.Status.CREATED)
                .entity(new TicketJson(issued.token().value(), issued.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
