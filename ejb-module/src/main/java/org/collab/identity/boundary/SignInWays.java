package org.collab.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.collab.identity.control.LocalAccounts;
import org.collab.identity.control.SigningKeys;

/** What anybody may know before signing in: how one can, and by which keys access tokens are checked. */
@ApplicationScoped
public class SignInWays {
    @Inject
    private LocalAccounts local;

    @Inject
    private SigningKeys keys;

    /** Whether passwords are used here. */
    public boolean local() {
        return local.allowed();
    }

    /** Whether people sign up by themselves. */
    public boolean registration() {
        return local.registrationAllowed();
    }

    /** The public halves of the keys that sign access tokens, as a JWK set. */
    public String keys() {
        return keys.published();
    }
}
