package org.collab.web.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.collab.persistence.boundary.DatabaseHealth;

/**
 * Health for whoever watches this node, in MicroProfile Health's form. Served by the application itself, because some
 * servers have their own health only on a management port.
 */
@Path("health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    private DatabaseHealth database;

    /** Answers as long as the process can. */
    @GET
    @Path("live")
    public Response live() {
        return answer(true);
    }

    /** Ready means: the schema is current and the database answers. 503 where it does not. */
    @GET
    @Path("ready")
    public Response ready() {
        return answer(database.isUp());
    }

    private static Response answer(boolean up) {
        String status = up ? "UP" : "DOWN";
        JsonObject body = Json.createObjectBuilder()
                .add("status", status)
                .add(
                        "checks",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "collab")
                                        .add("status", status)))
                .build();
        return Response.status(up ? 200 : 503)
                .entity(body.toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
