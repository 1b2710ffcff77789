package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.collab.paging.Page;
import org.collab.search.boundary.Hit;
import org.collab.search.boundary.Search;
import org.collab.search.entity.TextRange;

/** Finding documents by the words of their titles and texts. */
@Path("search")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    @Inject
    private Search search;

    @Inject
    private Caller caller;

    /** A document that was found; ranges are UTF-16 units of {@code title} and {@code snippet}. */
    public record HitJson(DocumentJson document, List<TextRange> titleRanges, String snippet, List<TextRange> ranges) {
        static HitJson of(Hit hit) {
            return new HitJson(
                    DocumentJson.of(hit.document()),
                    hit.titleRanges(),
                    hit.snippet().text(),
                    hit.snippet().ranges());
        }
    }

    @GET
    public Page<HitJson> find(@QueryParam("q") @NotNull @Size(max = 200) String query, @BeanParam PageQuery page) {
        return search.find(caller.userId(), query, page.request()).map(HitJson::of);
    }
}
