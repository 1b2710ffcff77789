package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.access.boundary.Tickets;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.boundary.Verification;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Submission;
import org.collab.document.boundary.Documents;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.paging.PageRequest;
import org.collab.web.rest.RoomsResource.DocumentTitle;
import org.collab.web.wire.ServerMessageWriter;
import org.jspecify.annotations.Nullable;

/** One document: its title, contents, changes, and the tickets that open it for editing. */
@Path("documents/{id}")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
    @Inject
    private Documents documents;

    @Inject
    private DocumentContents contents;

    @Inject
    private Verification verification;

    @Inject
    private Tickets tickets;

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

    /** The place that an edit has got. */
    public record Committed(long revision) {}

    /** A ticket (protocol O1). */
    public record TicketJson(String ticket, Instant expiresAt) {}

    @GET
    public DocumentJson get() {
        return DocumentJson.of(documents.get(caller.userId(), documentId()));
    }

    @PATCH
    public DocumentJson rename(@NotNull @Valid DocumentTitle document) {
        return DocumentJson.of(documents.rename(caller.userId(), documentId(), document.title()));
    }

    /** Open editors are told within a second. */
    @DELETE
    public void delete() {
        documents.delete(caller.userId(), documentId());
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
                caller.userId());
        long revision = contents.submit(caller.userId(), documentId(), submission);
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

    @POST
    @Path("tickets")
    @Consumes(MediaType.WILDCARD)
    public Response ticket() {
        Tickets.Issued issued = tickets.issue(caller.userId(), documentId());
        return Response.status(Response.Status.CREATED)
                .entity(new TicketJson(issued.token().value(), issued.expiresAt()))
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
