package org.collab.relay.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which nodes have been heard lately, and in which documents they have people. Thread-safe. */
public final class OtherNodes {
    /** A node that has said nothing for so long is gone (P3: within 10 s, with the time that it takes to notice). */
    public static final Duration SILENCE = Duration.ofSeconds(7);

    private final Map<UUID, Heard> nodes = new HashMap<>();

    private static final class Heard {
        private final Set<UUID> documents = new HashSet<>();
        private Instant at;

        private Heard(Instant at) {
            this.at = at;
        }
    }

    /** @return whether the node was not known */
    public synchronized boolean heard(UUID nodeId, Instant now) {
        Heard known = nodes.get(nodeId);
        if (known == null) {
            nodes.put(nodeId, new Heard(now));
            return true;
        }
        known.at = now;
        return false;
    }

    /** @return whether the node had nobody in the document before, and has now */
    public synchronized boolean present(UUID nodeId, UUID documentId, boolean anybody) {
        Heard known = nodes.get(nodeId);
        if (known == null) {
            throw new IllegalStateException("node " + nodeId + " has not been heard");
        }
        if (anybody) {
            return known.documents.add(documentId);
        }
        known.documents.remove(documentId);
        return false;
    }

    /** Forgets those who have been silent for too long; gives the documents in which they had people. */
    public synchronized Map<UUID, Set<UUID>> forgetSilent(Instant now) {
        Map<UUID, Set<UUID>> gone = new HashMap<>();
        nodes.forEach((id, heard) -> {
            if (heard.at.plus(SILENCE).isBefore(now)) {
                gone.put(id, Set.copyOf(heard.documents));
            }
        });
        nodes.keySet().removeAll(gone.keySet());
        return gone;
    }

    public synchronized int count() {
        return nodes.size();
    }
}
