package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.collab.document.boundary.Documents;
import org.collab.document.entity.DocumentFilter;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.paging.Page;

/** Documents of all the caller's rooms. */
@Path("documents")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentListsResource {
    @Inject
    private Documents documents;

    @Inject
    private Caller caller;

    @GET
    public Page<DocumentJson> list(
            @QueryParam("filter") @DefaultValue("recent") String filter, @BeanParam PageQuery page) {
        DocumentFilter chosen = DocumentFilter.of(filter)
                .orElseThrow(() -> new CollabException(
                        ErrorCode.VALIDATION_FAILED,
                        "filter must be recent, favourites, shared or trash, was " + filter));
        return documents.list(caller.userId(), chosen, page.request()).map(DocumentJson::of);
    }
}
