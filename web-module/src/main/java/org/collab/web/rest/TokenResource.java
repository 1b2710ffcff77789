package org.collab.web.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.SignIn;
import org.collab.identity.boundary.SingleSignOn;
import org.jspecify.annotations.Nullable;

/** Access tokens of ours for programs that have one of the company's sign-in: token exchange, RFC 8693. */
@Path("auth/token")
@RequestScoped
@PermitAll
public class TokenResource {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    @Inject
    private SingleSignOn singleSignOn;

    @Inject
    private Browser browser;

    /** As the standard names it. */
    public record Exchanged(
            @JsonbProperty("access_token") String accessToken,
            @JsonbProperty("issued_token_type") String issuedTokenType,
            @JsonbProperty("token_type") String tokenType,
            @JsonbProperty("expires_in") long expiresIn) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response exchange(
            @FormParam("grant_type") @Nullable String grantType,
            @FormParam("subject_token") @Nullable String token,
            @FormParam("subject_token_type") @Nullable String type) {
        if (!EXCHANGE.equals(grantType) || token == null || !ACCESS_TOKEN.equals(type)) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED,
                    "grant_type must be " + EXCHANGE + ", subject_token_type " + ACCESS_TOKEN
                            + ", with a subject_token");
        }
        SignIn signIn = singleSignOn.exchange(token, browser.client()).signIn();
        return Response.ok(new Exchanged(signIn.accessToken(), ACCESS_TOKEN, "Bearer", signIn.expiresIn()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
