package org.collab.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.identity.boundary.ProgramTokens;
import org.collab.identity.boundary.SingleSignOn;

/**
 * Lets programs present a token of the company's sign-in as if it were one of ours: it is exchanged once, and what is
 * checked at each request is ours, as the server's MicroProfile JWT checks it. The server knows one issuer alone, so this
 * stands beside its own store of identities, for the tokens that it would refuse. Payara asks the stores; WildFly does not,
 * and there programs exchange their token by {@link TokenResource}.
 */
@ApplicationScoped
public class CompanyTokens implements IdentityStore {
    private static final Logger LOG = System.getLogger(CompanyTokens.class.getName());

    @Inject
    private SingleSignOn singleSignOn;

    @Inject
    private ProgramTokens tokens;

    @Inject
    private Browser browser;

    @Inject
    @Any
    private Instance<IdentityStore> stores;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        Optional<BearerCredential> bearer =
                BearerCredential.of(credential).filter(each -> singleSignOn.knowsIssuerOf(each.token()));
        if (bearer.isEmpty()) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            Credential ours =
                    bearer.get().withToken(tokens.accessTokenFor(bearer.get().token(), browser.client()));
            return stores.stream()
                    .map(store -> store.validate(ours))
                    .filter(result -> result.getStatus() == CredentialValidationResult.Status.VALID)
                    .findFirst()
                    .orElse(CredentialValidationResult.INVALID_RESULT);
        } catch (CollabException e) {
            LOG.log(Level.INFO, "a program with a token of the company''s sign-in is refused: {0}", e.code());
            return CredentialValidationResult.INVALID_RESULT;
        }
    }
}
