package org.collab.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * The same for MicroProfile Health, which each server has at an address of its own. WildFly looks for it in an EAR's
 * lib only, not in its modules.
 */
@ApplicationScoped
public class ServerHealth {
    @Inject
    private Readiness readiness;

    @Produces
    @ApplicationScoped
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("collab");
    }

    @Produces
    @ApplicationScoped
    @org.eclipse.microprofile.health.Readiness
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("collab-ready");
            boolean up = true;
            for (var check : readiness.checks().entrySet()) {
                response.withData(check.getKey(), check.getValue());
                up &= check.getValue();
            }
            return response.status(up).build();
        };
    }

    /** Up whatever it tells. */
    @Produces
    @ApplicationScoped
    @org.eclipse.microprofile.health.Readiness
    HealthCheck relay() {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("collab-relay");
            readiness
                    .relay()
                    .ifPresent(state -> response.withData("carried", state.carried())
                            .withData("nodes", state.nodes())
                            .withData("lagMillis", state.lagMillis()));
            return response.up().build();
        };
    }
}
