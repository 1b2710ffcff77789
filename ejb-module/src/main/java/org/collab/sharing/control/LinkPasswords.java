package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.Passwords;
import org.collab.identity.control.SignInThrottle;
import org.collab.identity.entity.Client;
import org.collab.sharing.entity.ShareLink;

/** Passwords of links, kept and throttled as those of accounts are. */
@ApplicationScoped
public class LinkPasswords {
    @Inject
    private Passwords passwords;

    @Inject
    private SignInThrottle throttle;

    public Optional<String> hash(String password) {
        return password.isEmpty() ? Optional.empty() : Optional.of(passwords.hash(password));
    }

    /**
     * Takes as long as a sign-in where the link has a password; not to be called in a transaction.
     *
     * @throws CollabException {@code password-needed} {@code wrong-password} or {@code
     *     too-many-requests}
     */
    public void check(ShareLink link, Optional<String> password, Client client) {
        if (link.passwordHash().isEmpty()) {
            return;
        }
        String shown = password.orElseThrow(
                () -> new CollabException(ErrorCode.PASSWORD_NEEDED, "this link asks for a password"));
        SignInThrottle.Attempt attempt = throttle.open("link " + link.documentId(), client.address());
        if (!passwords.matches(shown, link.passwordHash())) {
            throw new CollabException(ErrorCode.WRONG_PASSWORD, "the password of the link is wrong");
        }
        throttle.succeeded(attempt);
    }
}
