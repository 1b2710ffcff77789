package org.collab.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.control.AuditTable;
import org.collab.audit.entity.AuditEvent;

/**
 * Tells the audit log what was done. To be called last in the transaction that does it: from then on until its end no
 * other transaction can add anything.
 */
@Stateless
public class AuditLog {
    @Inject
    private AuditTable table;

    @Inject
    private RequestOrigin origin;

    private record From(Optional<String> address, Optional<UUID> session) {}

    /** Adds the event in the caller's transaction: it is told exactly if it happened. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void record(AuditEvent event) {
        append(event);
    }

    /**
     * Adds the event in a transaction of its own: for what is refused, and therefore rolled back. Never after {@link
     * #record} in the same transaction, which would wait for itself.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordApart(AuditEvent event) {
        append(event);
    }

    private void append(AuditEvent event) {
        From from = from();
        table.append(event, from.address(), from.session());
    }

    /** Background tasks come from no request. */
    private From from() {
        try {
            return new From(origin.address(), origin.session());
        } catch (ContextNotActiveException e) {
            return new From(Optional.empty(), Optional.empty());
        }
    }
}
