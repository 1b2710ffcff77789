package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.image.boundary.Avatars;
import org.collab.image.entity.Avatar;
import org.jspecify.annotations.Nullable;

/** People's pictures. */
@Path("users/{id}/avatar")
@RequestScoped
@RolesAllowed(RestApplication.USER)
public class AvatarsResource {
    @Inject
    private Avatars avatars;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** The body is the file itself. */
    @PUT
    @Consumes("image/*")
    public void change(InputStream body) throws IOException {
        requireMe();
        avatars.change(caller.userId(), body.readAllBytes());
    }

    @DELETE
    public void remove() {
        requireMe();
        avatars.remove(caller.userId());
    }

    /** A browser may keep it, but asks each time. */
    @GET
    public Response get(@Context Request request) {
        UUID userId = id.equals("me") ? caller.userId() : Ids.of(id, "avatar");
        Avatar avatar = avatars.get(caller.userId(), userId);
        EntityTag tag = new EntityTag(avatar.version().toString());
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null
                ? Response.ok(avatar.picture().bytes(), avatar.picture().type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"avatar\"")
                : unchanged;
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        cache.setNoTransform(true);
        return response.tag(tag).cacheControl(cache).build();
    }

    /** Everybody changes their own alone. */
    private void requireMe() {
        if (!id.equals("me")) {
            throw CollabException.notFound("avatar");
        }
    }
}
