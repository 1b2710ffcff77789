package org.collab.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.audit.control.AuditTable;
import org.collab.audit.control.AuditWalk;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditFilter;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.AuditVerdict;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;

/** Reads the audit log. For administrators: callers have been authorized. */
@Stateless
public class AuditTrail {
    private static final int WALKED_AT_ONCE = 1_000;

    @Inject
    private AuditTable table;

    /** The events that fit, the newest first. */
    public Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
        return table.find(filter, page);
    }

    /** The events that fit after one, in order, at most {@code limit}. */
    public List<AuditRecord> after(AuditFilter filter, long number, int limit) {
        return table.after(filter, number, limit);
    }

    /** How many events somebody has caused since a time. */
    public long count(UUID actor, AuditAction action, Instant since) {
        return table.count(actor, action, since);
    }

    /** Walks the whole chain, from where it was purged last. */
    public AuditVerdict verify() {
        AuditTable.Head purged = table.purged();
        AuditWalk walk = new AuditWalk(purged.number(), purged.hash());
        List<AuditRecord> page;
        boolean fits;
        do {
            page = table.after(AuditFilter.ALL, walk.number(), WALKED_AT_ONCE);
            fits = page.stream().allMatch(walk::add);
        } while (fits && page.size() == WALKED_AT_ONCE);
        boolean purgedMeanwhile = table.purged().number() != purged.number();
        return purgedMeanwhile ? verify() : walk.verdict();
    }
}
