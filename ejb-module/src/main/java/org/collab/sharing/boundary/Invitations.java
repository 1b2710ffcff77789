package org.collab.sharing.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.collab.identity.entity.EmailAddress;
import org.collab.secret.OpaqueToken;
import org.collab.sharing.control.GrantTable;
import org.collab.sharing.control.InvitationTable;
import org.collab.sharing.control.Owners;
import org.collab.sharing.entity.Invitation;
import org.collab.sharing.entity.Place;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Invitations by e-mail address to rooms and documents. Two things are needed to accept one: its token, which only the
 * inviter is shown and passes on, and an account with the address. It counts for as long as the inviter is an owner.
 */
@Stateless
public class Invitations {
    @Inject
    private AccessControl access;

    @Inject
    private AccessLocks locks;

    @Inject
    private Owners owners;

    @Inject
    private Accounts accounts;

    @Inject
    private GrantTable grants;

    @Inject
    private InvitationTable table;

    @Inject
    private AuditLog audit;

    @Inject
    @ConfigProperty(name = "collab.invitations.lifetime", defaultValue = "P14D")
    private Duration lifetime;

    @Inject
    @ConfigProperty(name = "collab.invitations.most-open", defaultValue = "200")
    private int most;

    /** An invitation as it is given to the inviter: the token is not shown again. */
    public record Issued(Invitation invitation, OpaqueToken token) {}

    /** An invitation as the invited sees it. */
    public record Offer(Invitation invitation, String placeName, String inviter) {}

    /** The open ones, the newest first. Owners only. */
    public List<Invitation> list(UUID caller, Place place) {
        owners.require(caller, place);
        return table.open(place, Instant.now());
    }

    /** Owners only. An earlier invitation of the same address to the same place is withdrawn by that. */
    public Issued invite(UUID caller, Place place, String email, Role role) {
        owners.lock(caller, place);
        String address = new EmailAddress(email).value();
        Instant now = Instant.now();
        table.remove(place, address);
        if (table.open(place, now).size() >= most) {
            throw new CollabException(ErrorCode.TOO_MANY_OPEN, most + " invitations are open here, which is the most");
        }
        OpaqueToken token = OpaqueToken.random();
        Invitation invitation =
                new Invitation(UUID.randomUUID(), place, address, role, caller, now, now.plus(lifetime));
        table.add(invitation, token.hash());
        audit.record(event(AuditAction.INVITED, caller, invitation).with("role", role.code()));
        return new Issued(invitation, token);
    }

    /** Owners only. */
    public void withdraw(UUID caller, Place place, UUID invitationId) {
        owners.lock(caller, place);
        Invitation invitation = table.find(invitationId)
                .filter(found -> found.place().equals(place))
                .orElseThrow(() -> CollabException.notFound("invitation"));
        table.remove(invitation);
        audit.record(event(AuditAction.INVITATION_WITHDRAWN, caller, invitation));
    }

    /** @throws CollabException {@code not-found}, or {@code invitation-for-another} where the address is not the caller's */
    public Offer look(UUID caller, OpaqueToken token) {
        Invitation invitation = find(token);
        requireInvited(caller, invitation);
        return new Offer(invitation, table.name(invitation.place()), table.displayName(invitation.createdBy()));
    }

    /** The caller gets the role, unless they have more already; the invitation has served. */
    public Place accept(UUID caller, OpaqueToken token) {
        Place place = find(token).place();
        locks.change(place.id());
        Invitation invitation = find(token);
        requireInvited(caller, invitation);
        if (roleIn(place, caller)
                .filter(role -> role.compareTo(invitation.role()) <= 0)
                .isEmpty()) {
            grants.putMember(place, caller, invitation.role());
        }
        table.remove(invitation);
        audit.record(event(AuditAction.INVITATION_ACCEPTED, caller, invitation)
                .with("inviter", invitation.createdBy())
                .with("role", invitation.role().code()));
        return place;
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void deleteExpired() {
        table.removeExpired(Instant.now());
    }

    private Invitation find(OpaqueToken token) {
        return table.find(token.hash())
                .filter(invitation -> invitation.isOpen(Instant.now()))
                .filter(invitation -> roleIn(invitation.place(), invitation.createdBy())
                        .filter(Role::mayManage)
                        .isPresent())
                .orElseThrow(() -> CollabException.notFound("invitation"));
    }

    private void requireInvited(UUID caller, Invitation invitation) {
        if (!accounts.get(caller).email().equals(Optional.of(invitation.email()))) {
            throw new CollabException(
                    ErrorCode.INVITATION_FOR_ANOTHER, "this invitation is for somebody with another e-mail address");
        }
    }

    private Optional<Role> roleIn(Place place, UUID userId) {
        return switch (place.kind()) {
            case ROOM -> access.roleInRoom(userId, place.id());
            case DOCUMENT -> access.roleOnDocument(userId, place.id());
        };
    }

    private static AuditEvent event(AuditAction action, UUID caller, Invitation invitation) {
        Place place = invitation.place();
        return AuditEvent.of(action, caller).on(place.code(), place.id()).with("invitation", invitation.id());
    }
}
