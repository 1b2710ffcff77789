package org.collab.collaboration.control;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collab.access.entity.Writer;

/** What became of a batch of changes. */
public sealed interface AppendResult {
    /** Durable. */
    record Appended() implements AppendResult {}

    /** Another node was first, or the document is gone; nothing was written. */
    record HeadMoved() implements AppendResult {}

    /** These may not write any more; nothing was written. */
    record Refused(Set<Writer> writers) implements AppendResult {
        public Refused {
            writers = Set.copyOf(writers);
        }
    }

    /**
     * Submissions of these clients, up to these numbers, were rejected by another node; nothing was written.
     *
     * @param upTo the highest number given up, by client
     */
    record GivenUp(Map<UUID, Long> upTo) implements AppendResult {
        public GivenUp {
            upTo = Map.copyOf(upTo);
        }
    }
}
