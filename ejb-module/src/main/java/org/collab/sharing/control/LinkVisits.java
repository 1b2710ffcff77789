package org.collab.sharing.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.control.AccessLocks;
import org.collab.access.entity.Role;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.Guests;
import org.collab.identity.boundary.SignIn;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.UserKind;
import org.collab.sharing.entity.LinkScope;
import org.collab.sharing.entity.ShareLink;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets people in by a link whose password they have shown: one transaction each, after the slow check of the password. */
@Stateless
public class LinkVisits {
    @Inject
    private LinkTable links;

    @Inject
    private AccessLocks locks;

    @Inject
    private AccessControl access;

    @Inject
    private Accounts accounts;

    @Inject
    private Guests guests;

    @Inject
    private AuditLog audit;

    @Inject
    @ConfigProperty(name = "collab.links.most-guests", defaultValue = "200")
    private int mostGuests;

    /** @throws CollabException {@code not-found}: it is closed, expired, or was never there */
    public ShareLink find(String token) {
        return links.open(token).orElseThrow(() -> CollabException.notFound("link"));
    }

    /** The role that the caller has on the document from now on. */
    public Role enter(UUID caller, ShareLink shown) {
        ShareLink link = locked(shown);
        if (link.scope() == LinkScope.ORGANISATION && accounts.get(caller).kind() != UserKind.MEMBER) {
            throw accountNeeded();
        }
        Optional<Role> before = access.roleOnDocument(caller, link.documentId());
        if (before.isEmpty() || before.get().compareTo(link.role()) > 0) {
            links.enter(link, caller);
            audit.record(AuditEvent.of(AuditAction.LINK_VISITED, caller).on("document", link.documentId()));
        }
        return access.requireDocument(caller, link.documentId());
    }

    /** A new guest, who has what the link gives and nothing else. */
    public SignIn enterAsGuest(String displayName, Client client, ShareLink shown) {
        ShareLink link = locked(shown);
        if (link.scope() != LinkScope.ANYONE) {
            throw accountNeeded();
        }
        if (links.guests(link) >= mostGuests) {
            throw new CollabException(
                    ErrorCode.TOO_MANY_OPEN, "this link has let in " + mostGuests + " guests, which is the most");
        }
        SignIn guest = guests.welcome(displayName, client);
        links.enter(link, guest.user().id());
        audit.record(AuditEvent.of(AuditAction.GUEST_JOINED, guest.user().id()).on("document", link.documentId()));
        return guest;
    }

    /** The link as it is now: closed, renewed or with another password, it is not what the visitor has shown. */
    private ShareLink locked(ShareLink shown) {
        locks.change(shown.documentId());
        ShareLink link = find(shown.token());
        if (!link.passwordHash().equals(shown.passwordHash())) {
            throw new CollabException(ErrorCode.PASSWORD_NEEDED, "this link has got another password");
        }
        return link;
    }

    private static CollabException accountNeeded() {
        return new CollabException(ErrorCode.ACCOUNT_NEEDED, "this link is for people with an account");
    }
}
