package org.collab.sharing.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.collab.access.boundary.GroupsTold;
import org.collab.access.control.AccessLocks;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.sharing.control.GroupTable;

/** The groups that users are in, as the company's sign-in tells them. */
@Stateless
public class Groups {
    @Inject
    private AccessLocks locks;

    @Inject
    private GroupTable table;

    @Inject
    private AuditLog audit;

    /** The user is in these groups and no others from now on. Groups that an administrator has set stay. */
    public void replace(UUID userId, Set<String> names) {
        if (table.told(userId).equals(names)) {
            return;
        }
        locks.change(userId);
        Set<String> before = table.told(userId);
        minus(before, names).forEach(name -> table.remove(userId, name));
        minus(names, before).forEach(name -> table.add(userId, name));
        audit.record(
                AuditEvent.of(AuditAction.GROUPS_CHANGED).on("user", userId).with("groups", names.size()));
    }

    public void told(@Observes GroupsTold told) {
        replace(told.userId(), told.names());
    }

    private static Set<String> minus(Set<String> left, Set<String> right) {
        Set<String> rest = new HashSet<>(left);
        rest.removeAll(right);
        return rest;
    }
}
