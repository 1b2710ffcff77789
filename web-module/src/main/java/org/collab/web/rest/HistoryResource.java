package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.collab.history.boundary.History;
import org.collab.history.control.SessionTable.Wanted;
import org.collab.paging.PageRequest;
import org.collab.web.wire.HistoryWriter;
import org.jspecify.annotations.Nullable;

/** What has happened in a document. */
@Path("documents/{id}/history")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {
    @Inject
    private History history;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /**
     * The sessions, the last first; {@code next} is what to give as {@code before} for those that came earlier, {@code
     * people} everybody who has written in the document.
     */
    @GET
    public String timeline(
            @QueryParam("limit") @DefaultValue("" + PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("before") @Min(1) @Nullable Long before,
            @QueryParam("userId") @Nullable String userId,
            @QueryParam("named") @DefaultValue("false") boolean named) {
        PageRequest page = new PageRequest(limit, 0);
        Optional<UUID> user = Optional.ofNullable(userId).map(text -> Ids.of(text, "user"));
        Wanted wanted = new Wanted(before == null ? Long.MAX_VALUE : before, page.limit(), user, named);
        return HistoryWriter.write(history.timeline(caller.userId(), documentId(), wanted));
    }

    /** What has changed from a revision to a later one, by whom. */
    @GET
    @Path("difference")
    public String difference(
            @QueryParam("from") @NotNull @Min(0) Long from, @QueryParam("to") @NotNull @Min(0) Long to) {
        return HistoryWriter.write(history.difference(caller.userId(), documentId(), from, to));
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
