package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.collab.image.boundary.Images;
import org.collab.image.entity.Picture;
import org.jspecify.annotations.Nullable;

/** The pictures of a document. */
@Path("documents/{id}/images")
@RequestScoped
@RolesAllowed(RestApplication.USER)
public class ImagesResource {
    @Inject
    private Images images;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** A stored picture; {@code bytes} are how many it has as stored. */
    public record ImageJson(String id, int width, int height, String type, int bytes) {}

    /** The body is the file itself. */
    @POST
    @Consumes("image/*")
    @Produces(MediaType.APPLICATION_JSON)
    public Response store(InputStream body) throws IOException {
        UUID documentId = documentId();
        Images.Stored stored = images.store(caller.userId(), documentId, body.readAllBytes());
        Picture picture = stored.picture();
        return Response.status(Response.Status.CREATED)
                .entity(new ImageJson(
                        stored.id().toString(), picture.width(), picture.height(), picture.type(), picture.size()))
                .build();
    }

    /** A browser may keep a picture, but asks each time: the right to see it may be gone. */
    @GET
    @Path("{imageId}")
    public Response get(@PathParam("imageId") String imageId, @Context Request request) {
        UUID image = Ids.of(imageId, "image");
        UUID documentId = documentId();
        images.requireImage(caller.userId(), documentId, image);
        EntityTag tag = new EntityTag(image.toString());
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged == null ? withBytes(images.get(caller.userId(), documentId, image)) : unchanged;
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        cache.setNoTransform(true);
        return response.tag(tag).cacheControl(cache).build();
    }

    /** A picture that was copied over from another document belongs to this one as well from now on. */
    @PUT
    @Path("{imageId}")
    public void adopt(@PathParam("imageId") String imageId) {
        images.adopt(caller.userId(), documentId(), Ids.of(imageId, "image"));
    }

    private static Response.ResponseBuilder withBytes(Picture picture) {
        String extension = picture.type().substring(picture.type().indexOf('/') + 1);
        return Response.ok(picture.bytes(), picture.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"image." + extension + "\"");
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
