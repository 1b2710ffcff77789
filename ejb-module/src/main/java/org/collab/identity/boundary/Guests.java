package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.UserColors;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.SignInMethod;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;

/** People without an account, who came by a share link and gave a name; and what is only for those with one. */
@Stateless
public class Guests {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    /** A new guest, signed in. The caller gives the guest access in the same transaction. */
    public SignIn welcome(String displayName, Client client) {
        UUID id = UUID.randomUUID();
        User guest = User.guest(id, displayName.strip(), UserColors.of(id), Instant.now());
        entities.persist(guest);
        entities.flush(); // the session refers to the guest's row
        return sessions.begin(guest, SignInMethod.LINK, client);
    }

    /** @throws CollabException {@code forbidden} for whoever has no account */
    public void keepOut(UUID callerId) {
        if (accounts.get(callerId).kind() != UserKind.MEMBER) {
            throw new CollabException(ErrorCode.FORBIDDEN, "guests may not do this");
        }
    }

    /**
     * Somebody with an account, as others may be given access.
     *
     * @throws CollabException {@code not-found}, for guests as for ids that do not exist
     */
    public User requireMember(UUID userId) {
        return accounts.find(userId)
                .filter(user -> user.kind() == UserKind.MEMBER)
                .orElseThrow(() -> CollabException.notFound("user"));
    }
}
