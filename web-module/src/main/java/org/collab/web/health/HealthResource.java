package org.collab.web.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.collab.health.Readiness;
import org.collab.health.RelayState;

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
        return answer(true, Json.createArrayBuilder().add(check("collab", true)));
    }

    /** 503 where one of the checks says no. */
    @GET
    @Path("ready")
    public Response ready() {
        Map<String, Boolean> results = readiness.checks();
        JsonArrayBuilder checks = Json.createArrayBuilder();
        results.forEach((name, passed) -> checks.add(check(name, passed)));
        readiness.relay().ifPresent(state -> checks.add(check("relay", true).add("data", data(state))));
        return answer(!results.containsValue(false), checks);
    }

    private static JsonObjectBuilder check(String name, boolean passed) {
        return Json.createObjectBuilder().add("name", name).add("status", status(passed));
    }

    private static JsonObjectBuilder data(RelayState state) {
        return Json.createObjectBuilder()
                .add("carried", state.carried())
                .add("nodes", state.nodes())
                .add("lagMillis", state.lagMillis());
    }

    private static Response answer(boolean up, JsonArrayBuilder checks) {
        JsonObject body = Json.createObjectBuilder()
                .add("status", status(up))
                .add("checks", checks)
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
