package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.collab.administration.boundary.MyData;

/** Everything that is kept about the caller, as one JSON object. */
@Path("users/me/export")
@RequestScoped
@RolesAllowed(RestApplication.USER)
public class MyDataResource {
    @Inject
    private MyData data;

    @Inject
    private Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        UUID userId = caller.userId();
        MyData.Beginning beginning = data.begin(userId);
        StreamingOutput json = output -> new DataExport(data, userId, output).write(beginning);
        return Response.ok(json)
                .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
