package org.collab.identity.control;

import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the administrator has said about the company's sign-in; without an issuer there is none. */
@ApplicationScoped
public class SsoSettings {
    private static final String PREFIX = "collab.sso.";

    @Inject
    @ConfigProperty(name = PREFIX + "issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = PREFIX + "client-id")
    private Optional<String> clientId;

    @Inject
    @ConfigProperty(name = PREFIX + "client-secret")
    private Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = PREFIX + "name")
    private Optional<String> name;

    @Inject
    @ConfigProperty(name = PREFIX + "scopes", defaultValue = "openid profile email")
    private String scopes;

    @Inject
    @ConfigProperty(name = PREFIX + "claims.subject", defaultValue = "sub")
    private String subjectClaim;

    @Inject
    @ConfigProperty(name = PREFIX + "claims.email", defaultValue = "email")
    private String emailClaim;

    @Inject
    @ConfigProperty(name = PREFIX + "claims.name", defaultValue = "name")
    private String nameClaim;

    @Inject
    @ConfigProperty(name = PREFIX + "claims.groups", defaultValue = "groups")
    private String groupsClaim;

    @Inject
    @ConfigProperty(name = PREFIX + "allowed-domains")
    private Optional<String> allowedDomains;

    @Inject
    @ConfigProperty(name = PREFIX + "auto-provision", defaultValue = "true")
    private boolean autoProvision;

    @Inject
    @ConfigProperty(name = PREFIX + "trust-email", defaultValue = "false")
    private boolean trustEmail;

    @Inject
    @ConfigProperty(name = PREFIX + "administrators-group")
    private Optional<String> administratorsGroup;

    @Inject
    @ConfigProperty(name = PREFIX + "api-audience")
    private Optional<String> apiAudience;

    @Inject
    @ConfigProperty(name = "collab.public-url")
    private Optional<String> publicUrl;

    public boolean configured() {
        return issuer.isPresent() && clientId.isPresent();
    }

    /**
     * Told to everybody's sign-in page.
     *
     * @throws IllegalStateException where the issuer could be read or changed on the way
     */
    public Issuer issuer() {
        URI uri = URI.create(issuer.orElseThrow());
        boolean isLocal = List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !isLocal) {
            throw new IllegalStateException("collab.sso.issuer must be an https address, was " + uri);
        }
        return new Issuer(uri);
    }

    public String clientId() {
        return clientId.orElseThrow();
    }

    public Optional<String> clientSecret() {
        return clientSecret;
    }

    /** What the button on the sign-in page says. */
    public Optional<String> name() {
        return configured() ? Optional.of(name.orElse("SSO")) : Optional.empty();
    }

    String scopes() {
        return scopes;
    }

    String subjectClaim() {
        return subjectClaim;
    }

    String emailClaim() {
        return emailClaim;
    }

    String nameClaim() {
        return nameClaim;
    }

    String groupsClaim() {
        return groupsClaim;
    }

    /** Whether people with addresses of this domain may sign in; all may where none is named. */
    public boolean allows(String domain) {
        return allowedDomains.isEmpty()
                || Stream.of(allowedDomains.get().split(",", -1))
                        .anyMatch(allowed ->
                                allowed.strip().toLowerCase(Locale.ROOT).equals(domain));
    }

    public boolean autoProvision() {
        return autoProvision;
    }

    /** Whether an address counts as verified where the sign-in does not say whether it is. */
    public boolean trustEmail() {
        return trustEmail;
    }

    public Optional<String> administratorsGroup() {
        return administratorsGroup;
    }

    /** What tokens of the company's sign-in must name as their audience so that programs may use them here. */
    public Optional<String> apiAudience() {
        return configured() ? apiAudience : Optional.empty();
    }

    /** Where browsers reach the application, without a slash at its end, where the administrator has said so. */
    public Optional<String> publicUrl() {
        return publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }
}
