package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.sharing.boundary.ShareLinks;
import org.collab.sharing.entity.LinkScope;
import org.collab.sharing.entity.LinkWish;
import org.collab.sharing.entity.ShareLink;
import org.jspecify.annotations.Nullable;

/** The share link of a document, for its owners. */
@Path("documents/{id}/link")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentLinkResource {
    private static final String OFF = "off";

    @Inject
    private ShareLinks links;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /**
     * What the link is to be. {@code scope} is {@code off}, {@code organisation} or {@code anyone}. A link without {@code
     * expiresAt} stays open; {@code password} left out stays as it is, and an empty one takes it away.
     */
    public record Wish(
            @NotNull String scope,
            @Nullable String role,
            @Nullable String expiresAt,
            @Nullable @Size(max = 200) String password) {
        boolean isOff() {
            return scope.equals(OFF);
        }

        LinkWish value() {
            return new LinkWish(
                    LinkScope.of(scope)
                            .orElseThrow(() -> invalid("scope must be off, organisation or anyone, was " + scope)),
                    Roles.of(Optional.ofNullable(role).orElseThrow(() -> invalid("role must be given"))),
                    Optional.ofNullable(expiresAt).map(Wish::instant),
                    Optional.ofNullable(password));
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw invalid("expiresAt must be a time such as 2030-01-31T12:00:00Z, was " + text);
            }
        }

        private static CollabException invalid(String message) {
            return new CollabException(ErrorCode.VALIDATION_FAILED, message);
        }
    }

    /** The link as its owners see it; where the scope is {@code off}, there is nothing else. */
    public record LinkJson(
            String scope,
            @Nullable String role,
            @Nullable Instant expiresAt,
            @Nullable Boolean hasPassword,
            @Nullable String token) {
        static LinkJson of(ShareLink link) {
            return new LinkJson(
                    link.scope().code(),
                    link.role().code(),
                    link.expiresAt().orElse(null),
                    link.passwordHash().isPresent(),
                    link.token());
        }

        static LinkJson off() {
            return new LinkJson(OFF, null, null, null, null);
        }
    }

    @GET
    public Response get() {
        return answer(links.get(caller.userId(), documentId()).map(LinkJson::of).orElseGet(LinkJson::off));
    }

    @PUT
    public Response put(@NotNull @Valid Wish wish) {
        if (wish.isOff()) {
            close();
            return answer(LinkJson.off());
        }
        return answer(LinkJson.of(links.put(caller.userId(), documentId(), wish.value())));
    }

    /** Another token. */
    @POST
    @Path("token")
    @Consumes(MediaType.WILDCARD)
    public Response renew() {
        return answer(LinkJson.of(links.renew(caller.userId(), documentId())));
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    public void close() {
        links.close(caller.userId(), documentId());
    }

    private static Response answer(LinkJson link) {
        return Response.ok(link).header("Cache-Control", "no-store").build();
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
