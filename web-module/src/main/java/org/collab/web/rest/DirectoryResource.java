package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.collab.sharing.boundary.Directory;
import org.collab.sharing.entity.Contact;

/** People and groups that the caller may give access to. */
@Path("directory")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    /** The first few of each that were found. */
    public record FoundJson(List<Contact> people, List<String> groups) {}

    @GET
    public FoundJson find(@QueryParam("q") @NotNull @Size(max = 254) String query) {
        Directory.Found found = directory.find(caller.userId(), query);
        return new FoundJson(found.people(), found.groups());
    }
}
