package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collab.administration.control.ClaimCodes;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.boundary.AuditTrail;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.AddressProved;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who administers the installation. The first one presents the code that the application makes while there is nobody, or
 * signs in by the company with an address that the configuration names. Signing up with such an address proves nothing.
 */
@Stateless
public class Administrators {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_REFUSED = 10;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private ClaimCodes codes;

    @Inject
    private AuditLog audit;

    @Inject
    private AuditTrail trail;

    @Inject
    @ConfigProperty(name = "collab.administrators")
    private Optional<String> configured;

    /**
     * The database is asked each time, because an access token outlives the right.
     *
     * @throws CollabException {@code forbidden}
     */
    public void require(UUID userId) {
        if (!accounts.find(userId)
                .filter(user -> user.isAdministrator() && !user.isSuspended())
                .isPresent()) {
            throw new CollabException(ErrorCode.FORBIDDEN, "only administrators may do this");
        }
    }

    /**
     * Makes the caller the first administrator.
     *
     * @throws CollabException {@code forbidden} for a wrong code, and once there is an administrator; {@code
     *     too-many-requests} after some
     */
    public void claim(UUID caller, String code) {
        if (trail.count(caller, AuditAction.CLAIM_REFUSED, Instant.now().minus(WINDOW)) >= MOST_REFUSED) {
            throw new CollabException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "too many wrong codes; try again in " + WINDOW.toMinutes() + " minutes");
        }
        User user = accounts.get(caller);
        if (user.kind() != UserKind.MEMBER || user.isSuspended() || !codes.redeem(code)) {
            audit.recordApart(AuditEvent.of(AuditAction.CLAIM_REFUSED, caller));
            throw new CollabException(ErrorCode.FORBIDDEN, "this code makes nobody an administrator");
        }
        make(user, "code");
    }

    /** Within the transaction that signs in. */
    public void proved(@Observes AddressProved event) {
        boolean named = configured.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .anyMatch(event.email()::equals);
        User user = accounts.get(event.userId());
        if (named && !user.isAdministrator()) {
            make(user, "configuration");
        }
    }

    /**
     * To be called before somebody stops being able to administer. Locks the administrators' rows, so that two cannot
     * take each other's right at once.
     *
     * @throws CollabException {@code last-administrator}
     */
    public void requireAnother(UUID userId) {
        List<?> ids = entities.createNativeQuery(
                        "SELECT id FROM users WHERE administrator AND suspended_at IS NULL ORDER BY id FOR UPDATE")
                .getResultList();
        List<UUID> administering =
                ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
        if (administering.equals(List.of(userId))) {
            throw new CollabException(ErrorCode.LAST_ADMINISTRATOR, "there must be an administrator");
        }
    }

    private void make(User user, String by) {
        user.administer(true);
        codes.withdraw();
        audit.record(AuditEvent.of(AuditAction.ADMINISTRATOR_MADE, user.id())
                .on("user", user.id())
                .with("by", by));
    }
}
