package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.collab.history.boundary.Redactions;
import org.collab.history.entity.RedactionWish;
import org.collab.paging.Page;
import org.jspecify.annotations.Nullable;

/** What was taken out of a document's history. */
@Path("documents/{id}/redactions")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RedactionsResource {
    @Inject
    private Redactions redactions;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** What must not stay: where it stands at a revision, and why it has to go. */
    public record Wish(
            @NotNull @Min(1) Long revision,
            @NotNull @Min(0) Integer index,
            @NotNull @Min(1) Integer length,
            @NotBlank @Size(max = 500) String reason,
            @Nullable Boolean dryRun) {}

    /** How much would go. */
    public record ExtentJson(long units, long changes, List<TakenPictureJson> pictures) {}

    @GET
    public Page<RedactionJson> list() {
        List<RedactionJson> items = redactions.list(caller.userId(), documentId()).stream()
                .map(redaction -> RedactionJson.of(redaction, null))
                .toList();
        return new Page<>(items, items.size());
    }

    /** Owners only. With {@code dryRun} it is told how much would go, and nothing goes. */
    @POST
    public Response redact(@NotNull @Valid Wish wish) {
        RedactionWish redaction = new RedactionWish(
                wish.revision(), wish.index(), wish.length(), wish.reason().strip());
        if (Boolean.TRUE.equals(wish.dryRun())) {
            Redactions.Extent extent = redactions.extent(caller.userId(), documentId(), redaction);
            return Response.ok(new ExtentJson(extent.units(), extent.changes(), pictures(extent.pictures())))
                    .build();
        }
        Redactions.Done done = redactions.redact(caller.userId(), documentId(), redaction);
        return Response.status(Response.Status.CREATED)
                .entity(RedactionJson.of(done.redaction(), pictures(done.pictures())))
                .build();
    }

    private static List<TakenPictureJson> pictures(List<Redactions.TakenPicture> pictures) {
        return pictures.stream().map(TakenPictureJson::of).toList();
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
