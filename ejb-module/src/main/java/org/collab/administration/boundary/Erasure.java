package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.access.control.AccessLocks;
import org.collab.administration.control.ErasureTable;
import org.collab.administration.control.ErasureTable.OwnedRoom;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.LocalSignIn;
import org.collab.identity.entity.Client;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;

/**
 * Erases users: whatever tells who they were goes, at once and for good. What they have written stays, with its history,
 * under the same id and nobody's name.
 */
@Stateless
public class Erasure {
    @Inject
    private Administrators administrators;

    @Inject
    private Accounts accounts;

    @Inject
    private LocalSignIn signIn;

    @Inject
    private ErasureTable table;

    @Inject
    private AccessLocks locks;

    @Inject
    private AuditLog audit;

    /**
     * Administrators only.
     *
     * @param heir who gets the rooms that nobody else owns; not the caller, whom administration gives no right to read
     * @throws CollabException {@code held}, {@code last-owner} or {@code last-administrator}
     */
    public void erase(UUID caller, UUID userId, Optional<UUID> heir) {
        administrators.require(caller);
        if (heir.equals(Optional.of(caller))) {
            throw new CollabException(ErrorCode.FORBIDDEN, "the rooms must go to somebody else");
        }
        erase(AuditEvent.of(AuditAction.USER_ERASED, caller), userId, heir);
    }

    /**
     * By the user, who proves it by the password.
     *
     * @throws CollabException also {@code wrong-password} or {@code too-many-requests}
     */
    public void eraseMyself(UUID caller, String password, Client client, Optional<UUID> heir) {
        signIn.requirePassword(caller, password, client);
        erase(AuditEvent.of(AuditAction.USER_ERASED, caller), caller, heir);
    }

    private void erase(AuditEvent event, UUID userId, Optional<UUID> heir) {
        locks.change(userId);
        User user = accounts.get(userId);
        if (user.kind() == UserKind.ERASED) {
            throw CollabException.notFound("user");
        }
        if (table.isHeld(userId)) {
            throw new CollabException(ErrorCode.HELD, "this user is held and cannot be erased");
        }
        administrators.requireAnother(userId);
        handOver(userId, heir);
        table.deleteWhatHangsOn(userId);
        user.erase(Instant.now());
        audit.record(event.on("user", userId).with("heir", heir));
    }

    private void handOver(UUID userId, Optional<UUID> heir) {
        List<OwnedRoom> rooms = table.ownedAlone(userId);
        if (rooms.isEmpty()) {
            return;
        }
        boolean fits = heir.filter(id -> !id.equals(userId))
                .flatMap(accounts::find)
                .filter(user -> user.kind() == UserKind.MEMBER && !user.isSuspended())
                .isPresent();
        if (!fits) {
            throw new CollabException(
                    ErrorCode.LAST_OWNER,
                    "nobody else owns " + rooms.stream().map(OwnedRoom::name).collect(Collectors.joining(", ")));
        }
        rooms.forEach(room -> {
            locks.change(room.id());
            table.giveOwner(room.id(), heir.orElseThrow());
        });
    }
}
