package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.collab.history.boundary.History;
import org.collab.web.wire.HistoryWriter;
import org.jspecify.annotations.Nullable;

/** Who wrote what. */
@Path("documents/{id}/authorship")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class AuthorshipResource {
    @Inject
    private History history;

    @Inject
    private Caller caller;

    /** The authors' stretches of the contents at a revision, or at the head, in order and without gaps. */
    @GET
    public String authorship(@PathParam("id") String id, @QueryParam("revision") @Min(0) @Nullable Long revision) {
        return HistoryWriter.write(
                history.authorship(caller.userId(), Ids.of(id, "document"), Optional.ofNullable(revision)));
    }
}
