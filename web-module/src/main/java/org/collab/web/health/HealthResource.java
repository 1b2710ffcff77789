package org.collab.web.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.collab.health.Readiness;

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
    private Readiness readiness;

    /** Answers as long as the process can. */
    @GET
    @Path("live")
    public Response live() {
        return answer(Map.of("collab", true));
    }

    /** 503 where one of the checks says no. */
    @GET
    @Path("ready")
    public Response ready() {
        return answer(readiness.checks());
    }

    private static Response answer(Map<String, Boolean> checks) {
        boolean up = !checks.containsValue(false);
        JsonArrayBuilder list = Json.createArrayBuilder();
        checks.forEach((name, passed) ->
                list.add(Json.createObjectBuilder().add("name", name).add("status", status(passed))));
        JsonObject body = Json.createObjectBuilder()
                .add("status", status(up))
                .add("checks", list)
                .build();
        return Response.status(up ? 200 : 503)
                .entity(body.toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
