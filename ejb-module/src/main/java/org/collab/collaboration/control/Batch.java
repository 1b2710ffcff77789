package org.collab.collaboration.control;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.CommittedChange;

/**
 * Changes that are to be committed together.
 *
 * @param writers who has submitted them; each must be allowed to write at the moment of the commit
 * @param renewing clients whose number was given up, and who use it for a new edit here
 */
public record Batch(List<CommittedChange> changes, Set<Writer> writers, Set<UUID> renewing) {
    public Batch {
        changes = List.copyOf(changes);
        writers = Set.copyOf(writers);
        renewing = Set.copyOf(renewing);
    }
}
