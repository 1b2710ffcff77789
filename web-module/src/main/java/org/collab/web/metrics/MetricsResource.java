package org.collab.web.metrics;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.telemetry.Metrics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Measurements in Prometheus' text format. They name no user and no document; where {@code collab.metrics.token} is set,
 * they are given only to {@code Authorization: Bearer} with that token.
 */
@Path("metrics")
@RequestScoped
@PermitAll
public class MetricsResource {
    @Inject
    private Metrics metrics;

    @Inject
    @ConfigProperty(name = "collab.metrics.token")
    private Optional<String> token;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public Response get(@HeaderParam("Authorization") @Nullable String authorization) {
        if (token.isPresent() && !isBearer(token.get(), authorization)) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "the token of the metrics is needed");
        }
        return Response.ok(metrics.scrape()).header("Cache-Control", "no-store").build();
    }

    private static boolean isBearer(String expected, @Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + expected).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }
}
