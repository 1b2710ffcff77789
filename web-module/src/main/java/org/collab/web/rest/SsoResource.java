package org.collab.web.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.boundary.SingleSignOn;
import org.collab.secret.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * Signing in through the company: browsers come and go by redirects, without a token in any address. What goes wrong on
 * the way is told by the sign-in page, which gets the error's code.
 */
@Path("auth/sso")
@RequestScoped
@PermitAll
public class SsoResource {
    static final String BROWSER_COOKIE = "collab-sso";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    private SingleSignOn singleSignOn;

    @Inject
    private Browser browser;

    @GET
    public Response depart(
            @QueryParam("returnTo") @Nullable String returnTo, @CookieParam(BROWSER_COOKIE) @Nullable String cookie) {
        try {
            SingleSignOn.Departure departure = singleSignOn.depart(
                    Optional.ofNullable(returnTo), secret(cookie), browser.address("/api/auth/sso/callback"));
            return redirect(departure.authorization())
                    .cookie(browserCookie(departure.browser().value(), PATIENCE))
                    .build();
        } catch (CollabException e) {
            return refused(e);
        }
    }

    @GET
    @Path("callback")
    public Response arrive(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @CookieParam(BROWSER_COOKIE) @Nullable String cookie) {
        try {
            if (error != null) {
                throw new CollabException(ErrorCode.SSO_FAILED, "the company's sign-in has let nobody in");
            }
            Optional<OpaqueToken> secret = secret(cookie);
            if (state == null || code == null || secret.isEmpty()) {
                throw new CollabException(ErrorCode.SSO_EXPIRED, "this sign-in was begun elsewhere; try again");
            }
            SingleSignOn.Arrival arrival = singleSignOn.arrive(state, code, secret.get(), browser.client());
            String refreshToken = arrival.signIn().refreshToken().orElseThrow().value();
            return redirect(URI.create(browser.address(arrival.returnTo())))
                    .cookie(browser.refreshCookie(refreshToken, Sessions.LIFETIME))
                    .build();
        } catch (CollabException e) {
            return refused(e);
        }
    }

    @POST
    @Path("backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response endedThere(@FormParam("logout_token") @Nullable String token) {
        if (token == null) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "logout_token is missing");
        }
        singleSignOn.endedThere(token);
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private Response refused(CollabException refusal) {
        return redirect(URI.create(
                        browser.address("/sign-in?problem=" + refusal.code().code())))
                .build();
    }

    private static Response.ResponseBuilder redirect(URI target) {
        return Response.seeOther(target).header("Cache-Control", "no-store");
    }

    private static Optional<OpaqueToken> secret(@Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .filter(value -> SECRET.matcher(value).matches())
                .map(OpaqueToken::new);
    }

    /** Lax, because the company's sign-in sends the browser back. */
    private NewCookie browserCookie(String value, Duration lifetime) {
        return browser.cookie(BROWSER_COOKIE, value, "auth/sso", lifetime, NewCookie.SameSite.LAX);
    }
}
