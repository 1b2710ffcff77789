package org.collab.web.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of this API, OpenAPI 3.0, in YAML. */
@Path("openapi")
@PermitAll
public class OpenApiResource {
    private static final String DESCRIPTION = "/META-INF/openapi.yaml";

    @GET
    @Produces({"application/yaml", "text/plain"})
    public Response description() {
        try (InputStream yaml = OpenApiResource.class.getResourceAsStream(DESCRIPTION)) {
            if (yaml == null) {
                throw new IllegalStateException(DESCRIPTION + " is missing in this build");
            }
            return Response.ok(
                            new String(yaml.readAllBytes(), StandardCharsets.UTF_8), "application/yaml; charset=utf-8")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
