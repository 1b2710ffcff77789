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
import java.util.Base64;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.telemetry.Metrics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Measurements in Prometheus' text format. They name no user and no document; where {@code collab.metrics.token} is set,
 * they are given only to whoever has it as the password of HTTP Basic. A Bearer would not come here: the servers refuse each
 * one that is no access token.
 */
@Path("metrics")
@RequestScoped
@PermitAll
public class MetricsResource {
    private static final String SCHEME = "Basic ";

    @Inject
    private Metrics metrics;

    @Inject
    @ConfigProperty(name = "collab.metrics.token")
    private Optional<String> token;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public Response get(@HeaderParam("Authorization") @Nullable String authorization) {
        if (token.isPresent() && !isPassword(token.get(), authorization)) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "the token of the metrics is needed");
        }
        return Response.ok(metrics.scrape()).header("Cache-Control", "no-store").build();
    }

    /** Whatever the user's name is. */
    private static boolean isPassword(String expected, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String account = new String(decoded, StandardCharsets.UTF_8);
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8),
                    account.substring(account.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false; // it is no Base64
        }
    }
}
