package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.collab.administration.boundary.Administrators;
import org.collab.administration.boundary.Installation;
import org.collab.administration.entity.SettingRow;
import org.collab.administration.entity.StorageUse;
import org.collab.paging.Page;

/** The installation as a whole, and how somebody becomes its first administrator. */
@Path("admin")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {
    @Inject
    private Administrators administrators;

    @Inject
    private Installation installation;

    @Inject
    private Caller caller;

    /** The code from the log of the first start. */
    public record Claim(@NotBlank @Size(max = 100) String code) {}

    /** For whoever is signed in; the next access token tells of the new right. */
    @POST
    @Path("claim")
    @RolesAllowed(RestApplication.USER)
    public void claim(@NotNull @Valid Claim claim) {
        administrators.claim(caller.userId(), claim.code());
    }

    @GET
    @Path("settings")
    @RolesAllowed(RestApplication.ADMINISTRATOR)
    public Page<SettingRow> settings() {
        List<SettingRow> settings = installation.settings(caller.userId());
        return new Page<>(settings, settings.size());
    }

    @GET
    @Path("storage")
    @RolesAllowed(RestApplication.ADMINISTRATOR)
    public StorageUse storage() {
        return installation.storage(caller.userId());
    }
}
