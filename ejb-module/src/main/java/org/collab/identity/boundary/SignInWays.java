package org.collab.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.collab.identity.control.LocalAccounts;
import org.collab.identity.control.SigningKeys;
import org.collab.identity.control.SsoSettings;

/** What anybody may know before signing in: how one can, and by which keys access tokens are checked. */
@ApplicationScoped
public class SignInWays {
    @Inject
    private LocalAccounts local;

    @Inject
    private SigningKeys keys;

    @Inject
    private SsoSettings sso;

    /** Whether passwords are used here. */
    public boolean local() {
        return local.allowed();
    }

    /** Whether people sign up by themselves. */
    public boolean registration() {
        return local.registrationAllowed();
    }

    /** What the company's sign-in is called, where there is one. */
    public Optional<String> company() {
        return sso.name();
    }

    /** Where browsers reach the application, where the administrator has said so; without a slash at its end. */
    public Optional<String> publicUrl() {
        return sso.publicUrl();
    }

    /** The public halves of the keys that sign access tokens, as a JWK set. */
    public String keys() {
        return keys.published();
    }
}
