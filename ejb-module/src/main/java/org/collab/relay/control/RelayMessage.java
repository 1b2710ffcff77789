package org.collab.relay.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Seated;

/** What nodes say to each other. Each message names the node and the time, by its clock, at which it was made. */
public sealed interface RelayMessage {
    UUID nodeId();

    Instant at();

    /**
     * A document has moved from the revision before {@code first} to {@code last}.
     *
     * @param changes all of them, or none where they are too large for a message
     */
    record Committed(
            UUID nodeId, Instant at, UUID documentId, long epoch, long first, long last, List<CommittedChange> changes)
            implements RelayMessage {
        public Committed {
            changes = List.copyOf(changes);
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("revisions " + first + " to " + last + " are none");
            }
            if (!changes.isEmpty()
                    && (changes.get(0).revision() != first
                            || changes.get(changes.size() - 1).revision() != last)) {
                throw new IllegalArgumentException("the changes are not revisions " + first + " to " + last);
            }
        }
    }

    /** Who is in a document on that node now, all of them. */
    record Present(UUID nodeId, Instant at, UUID documentId, List<Seated> seated) implements RelayMessage {
        public Present {
            seated = List.copyOf(seated);
        }
    }

    /** The node lives, and the topic carries messages: its own node listens for it too. */
    record Alive(UUID nodeId, Instant at) implements RelayMessage {}
}
