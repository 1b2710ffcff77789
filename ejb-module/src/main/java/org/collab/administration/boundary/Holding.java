package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.collab.administration.control.AdministrationTable;
import org.collab.administration.entity.HeldRow;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.error.CollabException;
import org.collab.history.boundary.Holds;
import org.collab.history.entity.Hold;

/** Holds on documents, rooms and users: nothing purges or erases what is held. Administrators only. */
@Stateless
public class Holding {
    @Inject
    private Administrators administrators;

    @Inject
    private Holds holds;

    @Inject
    private AdministrationTable table;

    @Inject
    private AuditLog audit;

    public List<HeldRow> list(UUID caller) {
        administrators.require(caller);
        return table.holds();
    }

    /** @throws CollabException {@code not-found} */
    public void place(UUID caller, Hold.Kind kind, UUID targetId, String reason) {
        administrators.require(caller);
        String code = kind.name().toLowerCase(Locale.ROOT);
        if (!table.exists(code + "s", targetId)) {
            throw CollabException.notFound(code);
        }
        holds.place(new Hold(kind, targetId, reason.strip(), caller, Instant.now()));
        audit.record(AuditEvent.of(AuditAction.HOLD_PLACED, caller)
                .on(code, targetId)
                .with("reason", reason.strip()));
    }

    /** @throws CollabException {@code not-found} where it is not held */
    public void release(UUID caller, Hold.Kind kind, UUID targetId) {
        administrators.require(caller);
        if (!holds.release(kind, targetId)) {
            throw CollabException.notFound("hold");
        }
        audit.record(
                AuditEvent.of(AuditAction.HOLD_RELEASED, caller).on(kind.name().toLowerCase(Locale.ROOT), targetId));
    }
}
