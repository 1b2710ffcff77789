package org.collab.web.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.LocalSignIn;
import org.collab.identity.boundary.SignIn;
import org.collab.identity.boundary.SignInWays;
import org.collab.identity.boundary.SingleSignOn;
import org.collab.secret.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** Signing up, in and out. The refresh token travels in a cookie that only the refresh resource ever gets. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    @Inject
    private LocalSignIn local;

    @Inject
    private SingleSignOn singleSignOn;

    @Inject
    private Caller caller;

    @Inject
    private Browser browser;

    @Inject
    private SignInWays ways;

    /** What signing up takes. */
    public record Registration(
            @NotBlank @Pattern(regexp = "\\s*[^\\s@]+@[^\\s@]+\\s*") @Size(max = 254) String email,

            @NotNull @Size(min = 10, max = 200) String password,
            @NotBlank @Size(max = 80) String displayName) {}

    /** What signing in takes. */
    public record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password) {}

    /** Where the browser ends its session of the company's sign-in too. */
    public record SignedOut(String endSessionUrl) {}

    /** What signing in gives. */
    public record Tokens(String accessToken, long expiresIn, MeJson user) {}

    @POST
    @Path("register")
    @PermitAll
    public Response register(@NotNull @Valid Registration registration) {
        UserJson user =
                UserJson.of(local.register(registration.email(), registration.password(), registration.displayName()));
        return Response.status(Response.Status.CREATED).entity(user).build();
    }

    @POST
    @Path("login")
    @PermitAll
    public Response login(@NotNull @Valid Credentials credentials) {
        return answer(local.signIn(credentials.email(), credentials.password(), browser.client()));
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Response refresh(@CookieParam(Browser.REFRESH_COOKIE) @Nullable String token) {
        if (token == null) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "there is no session to refresh");
        }
        return singleSignOn
                .refresh(new OpaqueToken(token))
                .map(this::answer)
                .orElseThrow(() -> new CollabException(ErrorCode.UNAUTHENTICATED, "this session has ended"));
    }

    @POST
    @Path("logout")
    @RolesAllowed(RestApplication.USER)
    @Consumes(MediaType.WILDCARD)
    public Response logout() {
        Optional<URI> elsewhere =
                singleSignOn.signOut(caller.userId(), caller.sessionId(), browser.address("/sign-in"));
        Response.ResponseBuilder response =
                elsewhere.map(uri -> Response.ok(new SignedOut(uri.toString()))).orElseGet(Response::noContent);
        return response.cookie(browser.refreshCookie("", Duration.ZERO))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** How people sign in here; {@code sso} is what the company's sign-in is called, where there is one. */
    @JsonbNillable
    public record Methods(
            boolean local, boolean registration, @Nullable String sso) {}

    @GET
    @Path("methods")
    @PermitAll
    public Methods methods() {
        return new Methods(ways.local(), ways.registration(), ways.company().orElse(null));
    }

    /** The public halves of the keys that sign access tokens. */
    @GET
    @Path("jwks")
    @PermitAll
    @Produces({"application/jwk-set+json", MediaType.APPLICATION_JSON})
    public String keys() {
        return ways.keys();
    }

    private Response answer(SignIn signIn) {
        Tokens tokens = new Tokens(signIn.accessToken(), signIn.expiresIn(), MeJson.of(signIn.user()));
        return browser.signedIn(Response.ok(tokens), signIn);
    }
}
