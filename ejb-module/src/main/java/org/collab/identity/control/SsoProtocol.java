package org.collab.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.entity.CompanyPerson;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect as the company's sign-in speaks it: authorization code with PKCE, refreshing, both ways of logging out.
 * Every token is validated by Nimbus: signature by a published key, issuer, audience, times, nonce. Whatever is wrong is
 * logged with its reason and told without it.
 */
@ApplicationScoped
public class SsoProtocol {
    private static final Logger LOG = System.getLogger(SsoProtocol.class.getName());

    @Inject
    private SsoSettings settings;

    @Inject
    private SsoProvider provider;

    @Inject
    private SsoCalls calls;

    /** What a browser takes along; the verifier stays here. */
    public record Challenge(String state, String nonce, String verifier, String redirectUri) {}

    /**
     * Who has signed in there.
     *
     * @param session what the session is called there
     */
    public record Proof(
            CompanyPerson person,
            String subject,
            Optional<String> session,
            Optional<String> refreshToken,
            String idToken) {}

    /** What asking again for somebody has given. */
    public sealed interface Standing {
        /** Still there; what could be read anew is in it. */
        record Known(Optional<CompanyPerson> person, Optional<String> refreshToken, Optional<String> idToken)
                implements Standing {}

        /** The sign-in does not know this session any more: its user is gone, disabled, or signed out there. */
        record Gone() implements Standing {}

        /** Nothing could be learnt. */
        record Away() implements Standing {}
    }

    /**
     * Somebody whose token a program shows.
     *
     * @param session what the session is called there
     */
    public record Bearer(CompanyPerson person, Optional<String> session, Instant expiresAt) {}

    /** Whom a logout token signs out. At least one of the two is there. */
    public record LogoutNotice(Optional<String> session, Optional<String> subject, String tokenId) {}

    /** Where the browser goes. */
    public URI authorization(Challenge challenge) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scopes()),
                        new ClientID(settings.clientId()),
                        URI.create(challenge.redirectUri()))
                .endpointURI(provider.get().metadata().getAuthorizationEndpointURI())
                .state(new State(challenge.state()))
                .nonce(new Nonce(challenge.nonce()))
                .codeChallenge(new CodeVerifier(challenge.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** @throws CollabException {@code sso-failed} or {@code sso-away} */
    public Proof redeem(String code, Challenge challenge) {
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code),
                URI.create(challenge.redirectUri()),
                new CodeVerifier(challenge.verifier()));
        try {
            TokenResponse response = ask(grant);
            if (!response.indicatesSuccess()) {
                throw failed(
                        "the code was refused",
                        response.toErrorResponse().getErrorObject().toString());
            }
            OIDCTokens tokens = tokens(response);
            @Nullable JWT idToken = tokens.getIDToken();
            if (idToken == null) {
                throw failed("there is no ID token", "scopes " + settings.scopes());
            }
            IDTokenClaimsSet claims = validate(idToken, new Nonce(challenge.nonce()));
            String subject = claims.getSubject().getValue();
            Map<String, Object> all = new HashMap<>(claims.toJWTClaimsSet().getClaims());
            all.putAll(userInfo(tokens.getAccessToken(), subject));
            return new Proof(
                    new Claims(settings).person(subject, all),
                    subject,
                    Optional.ofNullable(claims.getStringClaim("sid")),
                    Optional.ofNullable(tokens.getRefreshToken()).map(RefreshToken::getValue),
                    idToken.serialize());
        } catch (IOException | KeySourceException e) {
            LOG.log(Level.WARNING, "the company''s sign-in does not answer: {0}", e.toString());
            throw SsoProvider.away();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw failed("what the company's sign-in has answered is not valid", e.toString());
        }
    }

    /** Asks again for somebody, by the refresh token that came along with the sign-in. */
    public Standing renew(String refreshToken, String subject) {
        try {
            TokenResponse response = ask(new RefreshTokenGrant(new RefreshToken(refreshToken)));
            if (!response.indicatesSuccess()) {
                var error = response.toErrorResponse().getErrorObject();
                boolean isGone = OAuth2Error.INVALID_GRANT.equals(error);
                LOG.log(
                        isGone ? Level.INFO : Level.WARNING,
                        "the company''s sign-in does not renew a session: {0}",
                        error);
                return isGone ? new Standing.Gone() : new Standing.Away();
            }
            OIDCTokens tokens = tokens(response);
            Optional<JWT> idToken = Optional.ofNullable(tokens.getIDToken());
            Map<String, Object> all = new HashMap<>();
            if (idToken.isPresent()) {
                IDTokenClaimsSet claims = validate(idToken.get(), null);
                if (!claims.getSubject().getValue().equals(subject)) {
                    LOG.log(Level.WARNING, "the company''s sign-in has renewed a session for somebody else");
                    return new Standing.Gone();
                }
                all.putAll(claims.toJWTClaimsSet().getClaims());
            }
            Map<String, Object> userInfo = userInfo(tokens.getAccessToken(), subject);
            all.putAll(userInfo);
            boolean learnt = idToken.isPresent() || !userInfo.isEmpty();
            return new Standing.Known(
                    learnt ? Optional.of(new Claims(settings).person(subject, all)) : Optional.empty(),
                    Optional.ofNullable(tokens.getRefreshToken()).map(RefreshToken::getValue),
                    idToken.map(JWT::serialize));
        } catch (CollabException | IOException | ParseException | BadJOSEException | JOSEException e) {
            LOG.log(Level.WARNING, "the company''s sign-in could not be asked again: {0}", e.toString());
            return new Standing.Away();
        }
    }

    /** Where the browser signs out there too, if the sign-in offers that. */
    public Optional<URI> endOfSession(String idToken, String afterwards) {
        try {
            @Nullable URI endpoint = provider.get().metadata().getEndSessionEndpointURI();
            return endpoint == null
                    ? Optional.empty()
                    : Optional.of(new LogoutRequest(endpoint, JWTParser.parse(idToken), URI.create(afterwards), null)
                            .toURI());
        } catch (CollabException | java.text.ParseException e) {
            LOG.log(Level.WARNING, "somebody signs out here alone: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** @throws CollabException {@code validation-failed} or {@code sso-away} */
    public LogoutNotice logoutNotice(String token) {
        try {
            LogoutTokenClaimsSet claims = new LogoutTokenValidator(
                            settings.issuer(),
                            new ClientID(settings.clientId()),
                            false, // Keycloak, Entra ID and ADFS name no type
                            provider.get().keys(),
                            null)
                    .validate(JWTParser.parse(token));
            return new LogoutNotice(
                    Optional.ofNullable(claims.getSessionID()).map(Object::toString),
                    Optional.ofNullable(claims.getSubject()).map(Object::toString),
                    claims.getJWTID().getValue());
        } catch (KeySourceException e) {
            throw SsoProvider.away();
        } catch (java.text.ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            // The last is for an id that is empty.
            LOG.log(Level.WARNING, "a logout token is refused: {0}", e.toString());
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "this logout token is not valid");
        }
    }

    /** Whether a token says that the company's sign-in has issued it, which is not proof of it. */
    public boolean isFromCompany(String token) {
        try {
            @Nullable JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet(); // none where it is encrypted
            return claims != null && settings.issuer().getValue().equals(claims.getIssuer());
        } catch (java.text.ParseException e) {
            return false;
        }
    }

    /**
     * Whose token a program shows.
     *
     * @param audience that the token must name
     * @throws CollabException {@code unauthenticated} or {@code sso-away}
     */
    public Bearer bearer(String token, String audience) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(provider.get().keys());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience,
                new JWTClaimsSet.Builder().issuer(settings.issuer().getValue()).build(),
                Set.of("sub", "iat", "exp")));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Bearer(
                    new Claims(settings).person(claims.getSubject(), claims.getClaims()),
                    Optional.ofNullable(claims.getStringClaim("sid")),
                    claims.getExpirationTime().toInstant());
        } catch (KeySourceException e) {
            throw SsoProvider.away();
        } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
            LOG.log(Level.INFO, "a program''s token of the company''s sign-in is refused: {0}", e.toString());
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "this token of the company's sign-in is not valid");
        }
    }

    private IDTokenClaimsSet validate(JWT idToken, @Nullable Nonce nonce) throws BadJOSEException, JOSEException {
        return new IDTokenValidator(
                        settings.issuer(),
                        new ClientID(settings.clientId()),
                        provider.get().keys(),
                        null)
                .validate(idToken, nonce);
    }

    /** What the sign-in tells beside the ID token; nothing where it has no such address. */
    private Map<String, Object> userInfo(AccessToken token, String subject) throws IOException, ParseException {
        @Nullable URI endpoint = provider.get().metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return Map.of();
        }
        UserInfoResponse response = UserInfoResponse.parse(send(new UserInfoRequest(endpoint, token).toHTTPRequest()));
        if (!response.indicatesSuccess()
                || response.toSuccessResponse().getUserInfo() == null
                || !response.toSuccessResponse()
                        .getUserInfo()
                        .getSubject()
                        .getValue()
                        .equals(subject)) {
            LOG.log(Level.WARNING, "the company''s sign-in tells nothing about somebody beside the ID token");
            return Map.of();
        }
        return Map.copyOf(response.toSuccessResponse().getUserInfo().toJSONObject());
    }

    private TokenResponse ask(AuthorizationGrant grant) throws IOException, ParseException {
        URI endpoint = provider.get().metadata().getTokenEndpointURI();
        ClientID id = new ClientID(settings.clientId());
        TokenRequest request = settings.clientSecret()
                .map(secret -> new TokenRequest.Builder(endpoint, authentication(id, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, id, grant))
                .build();
        return OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
    }

    private ClientAuthentication authentication(ClientID id, Secret secret) {
        @Nullable List<ClientAuthenticationMethod> methods = provider.get().metadata().getTokenEndpointAuthMethods();
        boolean onlyPost = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return onlyPost ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    private static OIDCTokens tokens(TokenResponse response) {
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    /** What is not sent, because too much is on its way or has failed lately, counts as not answered. */
    private HTTPResponse send(HTTPRequest request) throws IOException {
        try {
            return calls.send(request);
        } catch (FaultToleranceException e) {
            throw new IOException(e);
        }
    }

    private static CollabException failed(String what, String why) {
        LOG.log(Level.WARNING, "a sign-in through the company has failed: {0}: {1}", what, why);
        return new CollabException(ErrorCode.SSO_FAILED, "signing in through the company has failed; try again");
    }
}
