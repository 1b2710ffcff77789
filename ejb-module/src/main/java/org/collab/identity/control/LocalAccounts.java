package org.collab.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people may sign in by passwords that are kept here, and sign up by themselves. */
@ApplicationScoped
public class LocalAccounts {
    @Inject
    @ConfigProperty(name = "collab.accounts.local", defaultValue = "true")
    private boolean local;

    @Inject
    @ConfigProperty(name = "collab.accounts.registration", defaultValue = "true")
    private boolean registration;

    public boolean allowed() {
        return local;
    }

    public boolean registrationAllowed() {
        return local && registration;
    }

    /** @throws CollabException {@code local-accounts-off} */
    public void require() {
        if (!local) {
            throw new CollabException(
                    ErrorCode.LOCAL_ACCOUNTS_OFF, "passwords are not used here; sign in through the company");
        }
    }

    /** @throws CollabException {@code local-accounts-off} or {@code registration-off} */
    public void requireRegistration() {
        require();
        if (!registration) {
            throw new CollabException(ErrorCode.REGISTRATION_OFF, "nobody can sign up here by themselves");
        }
    }
}
