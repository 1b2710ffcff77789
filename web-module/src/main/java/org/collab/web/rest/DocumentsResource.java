package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.boundary.Verification;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Submission;
import org.collab.document.boundary.Copies;
import org.collab.document.boundary.DocumentView;
import org.collab.document.boundary.Documents;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.paging.PageRequest;
import org.collab.web.wire.ServerMessageWriter;
import org.jspecify.annotations.Nullable;

/** One document: its title, contents and changes. */
@Path("documents/{id}")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
    @Inject
    private Documents documents;

    @Inject
    private Copies copies;

    @Inject
    private DocumentContents contents;

    @Inject
    private Verification verification;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** An edit from outside a WebSocket. */
    public record ChangeRequest(
            @NotNull String clientId,
            @NotNull @Min(1) Long seq,
            @NotNull @Min(0) Long baseRevision,
            @NotNull JsonValue delta) {}

    /** What a document may be given: a title, another room, or both. */
    public record DocumentPlace(
            @Size(max = 200) @Nullable String title,
            @Nullable String roomId) {
        Optional<String> titleToGive() {
            if (title == null ? roomId == null : title.isBlank()) {
                throw new CollabException(ErrorCode.VALIDATION_FAILED, "title must not be blank");
            }
            return Optional.ofNullable(title);
        }

        Optional<UUID> roomToMoveTo() {
            return Optional.ofNullable(roomId).map(room -> Ids.of(room, "room"));
        }
    }

    /** What a copy may be given; without, it gets the original's title with a mark, and goes into its room. */
    public record Copy(
            @Size(max = 200) @Nullable String title,
            @Nullable String roomId) {
        Optional<String> titleToGive() {
            return Optional.ofNullable(title).filter(text -> !text.isBlank());
        }

        Optional<UUID> roomToGoTo() {
            return Optional.ofNullable(roomId).map(room -> Ids.of(room, "room"));
        }
    }

    /** The place that an edit has got. */
    public record Committed(long revision) {}

    @GET
    public DocumentJson get() {
        return DocumentJson.of(documents.get(caller.userId(), documentId()));
    }

    @PATCH
    public DocumentJson change(@NotNull @Valid DocumentPlace place) {
        return DocumentJson.of(
                documents.change(caller.userId(), documentId(), place.titleToGive(), place.roomToMoveTo()));
    }

    /** Open editors are told within a second. */
    @DELETE
    public void delete() {
        documents.delete(caller.userId(), documentId());
    }

    /** Takes the document out of the trash. */
    @POST
    @Path("restore")
    @Consumes(MediaType.WILDCARD)
    public DocumentJson restore() {
        return DocumentJson.of(documents.restore(caller.userId(), documentId()));
    }

    @PUT
    @Path("favourite")
    @Consumes(MediaType.WILDCARD)
    public void markFavourite() {
        documents.markFavourite(caller.userId(), documentId(), true);
    }

    @DELETE
    @Path("favourite")
    @Consumes(MediaType.WILDCARD)
    public void unmarkFavourite() {
        documents.markFavourite(caller.userId(), documentId(), false);
    }

    @POST
    @Path("copies")
    public Response copy(@NotNull @Valid Copy copy) {
        DocumentView created = copies.copy(caller.writer(), documentId(), copy.titleToGive(), copy.roomToGoTo());
        return Response.status(Response.Status.CREATED)
                .entity(DocumentJson.of(created))
                .build();
    }

    /** The contents at a revision, or at the head: {@code {"revision":n,"contents":[op…]}}. */
    @GET
    @Path("contents")
    public String contents(@QueryParam("revision") @Min(0) @Nullable Long revision) {
        DocumentContents.At at = revision == null
                ? contents.atHead(caller.userId(), documentId())
                : contents.at(caller.userId(), documentId(), revision);
        return "{\"revision\":" + at.revision() + ",\"contents\":" + DeltaJson.write(at.contents()) + "}";
    }

    /** The changes after a revision, in order. {@code total} is the number of changes after it. */
    @GET
    @Path("changes")
    public String changes(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        PageRequest page = new PageRequest(limit, 0);
        List<CommittedChange> changes = contents.changes(caller.userId(), documentId(), after, page.limit());
        long total = Math.max(0, contents.head(caller.userId(), documentId()) - after);
        String items = changes.stream().map(ServerMessageWriter::write).collect(Collectors.joining(","));
        return "{\"items\":[" + items + "],\"total\":" + total + "}";
    }

    @POST
    @Path("changes")
    public Response submit(@NotNull @Valid ChangeRequest change) {
        Submission submission = new Submission(
                clientId(change.clientId()),
                change.seq(),
                change.baseRevision(),
                delta(change.delta()),
                caller.writer());
        long revision = contents.submit(documentId(), submission);
        return Response.status(Response.Status.CREATED)
                .entity(new Committed(revision))
                .build();
    }

    /**
     * Whether the history is what was committed:
     * {@code {"head","verified","hash","firstInvalidRevision","reason"}}. Reads all of it. {@code hash} is the newest
     * change's; whoever notes it can tell later whether that history was replaced as a whole.
     */
    @GET
    @Path("verify")
    public Response verify() {
        return Response.ok(VerificationJson.of(verification.verify(caller.userId(), documentId())))
                .header("Cache-Control", "no-store")
                .build();
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }

    static UUID clientId(String text) {
        try {
            return Ids.of(text, "client");
        } catch (CollabException e) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "clientId must be a UUID in canonical lower case");
        }
    }

    private static Delta delta(JsonValue value) {
        try {
            return DeltaJson.read(value.toString());
        } catch (InvalidDeltaException e) {
            throw new CollabException(ErrorCode.INVALID_DELTA, String.valueOf(e.getMessage()));
        }
    }
}
