package org.collab.sharing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
import org.collab.identity.boundary.Guests;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.sharing.control.GrantTable;
import org.collab.sharing.control.GroupTable;
import org.collab.sharing.control.Owners;
import org.collab.sharing.entity.Grant;
import org.collab.sharing.entity.GroupGrant;
import org.collab.sharing.entity.Place;

/** Roles given to people on documents, and to groups on documents and in rooms. Members of rooms are the room's. */
@Stateless
public class Grants {
    @Inject
    private AccessControl access;

    @Inject
    private AccessLocks locks;

    @Inject
    private Owners owners;

    @Inject
    private Guests guests;

    @Inject
    private GrantTable grants;

    @Inject
    private GroupTable groups;

    @Inject
    private AuditLog audit;

    /** Who has access to a document, for everybody who has more than its link. */
    public Page<Grant> onDocument(UUID caller, UUID documentId, PageRequest page) {
        access.requireDocument(caller, documentId);
        if (!grants.isNamed(documentId, caller)) {
            throw new CollabException(ErrorCode.FORBIDDEN, "whoever came by the link does not see who else has access");
        }
        return grants.onDocument(documentId, page);
    }

    /** Gives somebody with an account a role, in place of what the room gives. Owners only. */
    public void putMember(UUID caller, UUID documentId, UUID userId, Role role) {
        Place place = Place.document(documentId);
        owners.lock(caller, place);
        guests.requireMember(userId);
        grants.putMember(place, userId, role);
        audit.record(event(AuditAction.ROLE_GIVEN, caller, place)
                .with("user", userId)
                .with("role", role.code()));
    }

    /** Takes it away again: the room's role counts. Owners; and everybody may give up what is their own. */
    public void removeMember(UUID caller, UUID documentId, UUID userId) {
        Place place = Place.document(documentId);
        Optional<Role> before = Optional.empty();
        if (caller.equals(userId)) {
            before = Optional.of(access.requireDocument(caller, documentId));
            locks.change(documentId);
        } else {
            owners.lock(caller, place);
        }
        if (!grants.removeMember(place, userId)) {
            throw CollabException.notFound("member");
        }
        before.ifPresent(role -> requireNoMore(caller, documentId, role));
        audit.record(event(AuditAction.ROLE_TAKEN, caller, place).with("user", userId));
    }

    /** The groups of a room for its members, those of a document for its owners. */
    public List<GroupGrant> groups(UUID caller, Place place) {
        switch (place.kind()) {
            case ROOM -> access.requireRoom(caller, place.id());
            case DOCUMENT -> owners.require(caller, place);
        }
        return grants.groups(place);
    }

    /** Everybody in the group gets the role. Owners only. */
    public GroupGrant putGroup(UUID caller, Place place, String name, Role role) {
        owners.lock(caller, place);
        if (!groups.isKnown(name)) {
            throw CollabException.notFound("group");
        }
        grants.putGroup(place, name, role);
        audit.record(
                event(AuditAction.ROLE_GIVEN, caller, place).with("group", name).with("role", role.code()));
        return new GroupGrant(name, role);
    }

    /** Owners only. */
    public void removeGroup(UUID caller, Place place, String name) {
        owners.lock(caller, place);
        if (!grants.removeGroup(place, name)) {
            throw CollabException.notFound("group");
        }
        audit.record(event(AuditAction.ROLE_TAKEN, caller, place).with("group", name));
    }

    /**
     * The other becomes an owner and the caller an editor, at once. Only where the caller was made an owner by name, and
     * the other has access already.
     *
     * @throws CollabException {@code not-found}, {@code forbidden} or {@code owner-by-inheritance}
     */
    public void transfer(UUID caller, Place place, UUID userId) {
        owners.lock(caller, place);
        if (grants.member(place, caller).filter(Role::mayManage).isEmpty()) {
            throw new CollabException(
                    ErrorCode.OWNER_BY_INHERITANCE,
                    "this ownership comes from a group or from the room, and stays there");
        }
        requireAccess(place, userId);
        guests.requireMember(userId);
        grants.putMember(place, caller, Role.EDITOR);
        grants.putMember(place, userId, Role.OWNER);
        audit.record(event(AuditAction.OWNER_CHANGED, caller, place).with("user", userId));
    }

    private static AuditEvent event(AuditAction action, UUID caller, Place place) {
        return AuditEvent.of(action, caller).on(place.code(), place.id());
    }

    private void requireAccess(Place place, UUID userId) {
        switch (place.kind()) {
            case ROOM -> access.requireRoom(userId, place.id());
            case DOCUMENT -> access.requireDocument(userId, place.id());
        }
    }

    /** A role on a document may stand in place of a higher one: whoever gives it up must not rise by that. */
    private void requireNoMore(UUID caller, UUID documentId, Role before) {
        if (access.roleOnDocument(caller, documentId)
                .filter(now -> now.compareTo(before) < 0)
                .isPresent()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only an owner gives back what the room gives");
        }
    }
}
