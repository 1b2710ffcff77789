package org.collab.sharing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.SignIn;
import org.collab.identity.entity.Client;
import org.collab.sharing.control.LinkPasswords;
import org.collab.sharing.control.LinkTable;
import org.collab.sharing.control.LinkVisits;
import org.collab.sharing.control.Owners;
import org.collab.sharing.entity.LinkScope;
import org.collab.sharing.entity.LinkWish;
import org.collab.sharing.entity.Place;
import org.collab.sharing.entity.ShareLink;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Links that let people into a document. A document has at most one; without, it is off. Whoever has opened it keeps the
 * link's role for as long as it is open: closing it, giving it a new token or another password turns them all out, and
 * narrowing it turns the guests out.
 */
@Stateless
public class ShareLinks {
    @Inject
    private Owners owners;

    @Inject
    private LinkTable links;

    @Inject
    private LinkVisits visits;

    @Inject
    private LinkPasswords passwords;

    @Inject
    private AuditLog audit;

    @Inject
    @ConfigProperty(name = "collab.links.guests", defaultValue = "true")
    private boolean guestsAllowed;

    /** Owners only: it holds the token. */
    public Optional<ShareLink> get(UUID caller, UUID documentId) {
        owners.require(caller, Place.document(documentId));
        return links.ofDocument(documentId);
    }

    /** Opens or changes the link. Owners only. */
    public ShareLink put(UUID caller, UUID documentId, LinkWish wish) {
        requireSensible(wish);
        owners.require(caller, Place.document(documentId));
        Optional<String> hash = wish.password().flatMap(passwords::hash);
        owners.lock(caller, Place.document(documentId));
        ShareLink link = links.ofDocument(documentId).orElseGet(() -> {
            ShareLink opened = new ShareLink(documentId, wish, caller, Instant.now());
            links.add(opened);
            return opened;
        });
        if (wish.scope() == LinkScope.ORGANISATION) {
            links.forgetGuests(link);
        }
        link.change(wish);
        if (wish.password().isPresent()) {
            protect(link, hash);
        }
        audit.record(event(AuditAction.LINK_CHANGED, caller, documentId)
                .with("scope", wish.scope().code())
                .with("role", wish.role().code())
                .with("expires", wish.expiresAt())
                .with("password", link.passwordHash().isPresent()));
        return link;
    }

    /** Whoever came in without the new password is out. */
    private void protect(ShareLink link, Optional<String> passwordHash) {
        if (passwordHash.isPresent()) {
            links.forgetVisitors(link);
        }
        link.protect(passwordHash);
    }

    /** Another token: whoever has the old one, or came by it, is out. Owners only. */
    public ShareLink renew(UUID caller, UUID documentId) {
        owners.lock(caller, Place.document(documentId));
        ShareLink link = links.ofDocument(documentId).orElseThrow(() -> CollabException.notFound("link"));
        links.forgetVisitors(link);
        link.renew();
        audit.record(event(AuditAction.LINK_RENEWED, caller, documentId));
        return link;
    }

    /** Owners only. Whoever came by it is out. */
    public void close(UUID caller, UUID documentId) {
        owners.lock(caller, Place.document(documentId));
        links.ofDocument(documentId).ifPresent(link -> {
            links.remove(link);
            audit.record(event(AuditAction.LINK_CLOSED, caller, documentId));
        });
    }

    /** What somebody who has the link may know before opening it. */
    public ShareLink look(String token) {
        return visits.find(token);
    }

    /** Where a link has led. */
    public record Visit(UUID documentId, Role role) {}

    /** Lets the caller in. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Visit open(UUID caller, String token, Optional<String> password, Client client) {
        ShareLink link = visits.find(token);
        passwords.check(link, password, client);
        return new Visit(link.documentId(), visits.enter(caller, link));
    }

    /** Where a link has led somebody without an account. */
    public record GuestVisit(UUID documentId, SignIn signIn) {}

    /** Lets somebody in under a name, who is signed in by that. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public GuestVisit openAsGuest(String token, String displayName, Optional<String> password, Client client) {
        ShareLink link = visits.find(token);
        if (link.scope() != LinkScope.ANYONE || !guestsAllowed) {
            throw new CollabException(ErrorCode.ACCOUNT_NEEDED, "this link is for people with an account");
        }
        passwords.check(link, password, client);
        return new GuestVisit(link.documentId(), visits.enterAsGuest(displayName, client, link));
    }

    private static AuditEvent event(AuditAction action, UUID caller, UUID documentId) {
        return AuditEvent.of(action, caller).on("document", documentId);
    }

    private void requireSensible(LinkWish wish) {
        if (wish.role().mayManage()) {
            throw invalid("a link gives editor, commenter or viewer, was "
                    + wish.role().code());
        }
        if (wish.scope() == LinkScope.ANYONE && !guestsAllowed) {
            throw invalid("this installation has no guests: scope must be organisation");
        }
        wish.expiresAt().filter(at -> !at.isAfter(Instant.now())).ifPresent(at -> {
            throw invalid("expiresAt must be in the future, was " + at);
        });
    }

    private static CollabException invalid(String message) {
        return new CollabException(ErrorCode.VALIDATION_FAILED, message);
    }
}
