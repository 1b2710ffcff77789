package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collab.administration.control.AdministrationTable;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.boundary.AuditTrail;
import org.collab.audit.control.AuditChain;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.audit.entity.AuditFilter;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.AuditVerdict;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;

/** The audit log for administrators. */
@Stateless
public class AuditBook {
    private static final int EXPORTED_AT_ONCE = 500;

    @Inject
    private Administrators administrators;

    @Inject
    private AuditTrail trail;

    @Inject
    private AdministrationTable table;

    @Inject
    private AuditLog audit;

    /**
     * Events as lines, and the names of the users and rooms that they tell of, as far as there still are such.
     *
     * @param names by id
     */
    public record Found(Page<String> lines, Map<UUID, String> names) {
        public Found {
            names = Map.copyOf(names);
        }
    }

    /** The events that fit, the newest first. */
    public Found find(UUID caller, AuditFilter filter, PageRequest page) {
        administrators.require(caller);
        Page<AuditRecord> events = trail.find(filter, page);
        Set<UUID> ids = new HashSet<>();
        events.items().forEach(event -> {
            event.actor().ifPresent(ids::add);
            event.subject().ifPresent(subject -> ids.add(subject.id()));
        });
        return new Found(events.map(AuditChain::line), table.names(ids));
    }

    public AuditVerdict verify(UUID caller) {
        administrators.require(caller);
        return trail.verify();
    }

    /** To be called before the first portion of an export: it is an event itself. */
    public void beginExport(UUID caller) {
        administrators.require(caller);
        audit.record(AuditEvent.of(AuditAction.AUDIT_EXPORTED, caller));
    }

    /**
     * The next lines of an export.
     *
     * @param last the number of the last event that the export has; 0 at its beginning
     */
    public Portion export(UUID caller, AuditFilter filter, long last) {
        administrators.require(caller);
        List<AuditRecord> events = trail.after(filter, last, EXPORTED_AT_ONCE);
        return new Portion(
                events.stream().map(AuditChain::line).toList(),
                events.isEmpty() ? last : events.get(events.size() - 1).number(),
                events.size() == EXPORTED_AT_ONCE);
    }

    /** Some lines of an export, and whether there may be more. */
    public record Portion(List<String> lines, long last, boolean hasMore) {
        public Portion {
            lines = List.copyOf(lines);
        }
    }
}
