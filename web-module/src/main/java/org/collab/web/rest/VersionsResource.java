package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.history.boundary.NamedVersions;
import org.collab.history.entity.NamedVersion;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** The revisions of a document that have names. */
@Path("documents/{id}/versions")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {
    @Inject
    private NamedVersions versions;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** A revision with its name. */
    public record VersionJson(UUID id, long revision, String name, boolean starred, UUID createdBy, Instant createdAt) {
        static VersionJson of(NamedVersion version) {
            return new VersionJson(
                    version.id(),
                    version.revision(),
                    version.name(),
                    version.starred(),
                    version.createdBy(),
                    version.createdAt());
        }
    }

    /** A new name, for the head where no revision is given. */
    public record NewVersion(
            @Nullable @Min(0) Long revision,
            @NotBlank @Size(max = 200) String name) {}

    /** What may be changed. */
    public record VersionChange(
            @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,

            @Nullable Boolean starred) {}

    @GET
    public Page<VersionJson> list(@BeanParam PageQuery page) {
        return versions.list(caller.userId(), documentId(), page.request()).map(VersionJson::of);
    }

    @POST
    public Response add(@NotNull @Valid NewVersion version) {
        NamedVersion added =
                versions.add(caller.userId(), documentId(), Optional.ofNullable(version.revision()), version.name());
        return Response.status(Response.Status.CREATED)
                .entity(VersionJson.of(added))
                .build();
    }

    @PATCH
    @Path("{versionId}")
    public VersionJson change(@PathParam("versionId") String versionId, @NotNull @Valid VersionChange change) {
        return VersionJson.of(versions.change(
                caller.userId(),
                documentId(),
                Ids.of(versionId, "version"),
                Optional.ofNullable(change.name()),
                Optional.ofNullable(change.starred())));
    }

    /** The name goes, the revision stays. */
    @DELETE
    @Path("{versionId}")
    public void delete(@PathParam("versionId") String versionId) {
        versions.delete(caller.userId(), documentId(), Ids.of(versionId, "version"));
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
