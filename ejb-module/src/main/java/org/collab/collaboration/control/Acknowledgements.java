package org.collab.collaboration.control;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;

/**
 * The highest committed seq of each client of one document, from memory where it is known and from the log where not.
 * Bounded: the client that was not asked about for longest is forgotten first. Not thread-safe.
 */
final class Acknowledgements {
    private static final int MOST_CLIENTS = 10_000;

    private final UUID documentId;
    private final ChangeStore store;
    private final Map<UUID, Long> highest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    Acknowledgements(UUID documentId, ChangeStore store) {
        this.documentId = documentId;
        this.store = store;
    }

    /**
     * Makes sure that the client is in memory.
     *
     * @return whether the log had to be asked: its answer may be ahead of what this node holds of the document, so that
     *     the caller has to follow the log before it relies on {@link #of}
     */
    boolean learn(UUID clientId) {
        boolean unknown = !highest.containsKey(clientId);
        if (unknown) {
            of(clientId);
        }
        return unknown;
    }

    /**
     * The same for many clients, with one question to the log.
     *
     * @param head how far this node holds the document
     * @return whether the log was ahead of that, so that the caller has to follow it first
     */
    boolean learn(Set<UUID> clientIds, long head) {
        Set<UUID> unknown = new HashSet<>(clientIds);
        unknown.removeAll(highest.keySet());
        if (unknown.isEmpty()) {
            return false;
        }
        ChangeStore.Acknowledged found = store.acknowledged(documentId, unknown);
        unknown.forEach(id -> highest.put(id, found.highest().getOrDefault(id, 0L)));
        return found.head() > head;
    }

    long of(UUID clientId) {
        return highest.computeIfAbsent(clientId, id -> store.acknowledged(documentId, id));
    }

    /** What is in memory does not belong to the state any more. */
    void forget() {
        highest.clear();
    }

    void add(CommittedChange change) {
        highest.computeIfPresent(change.clientId(), (id, seq) -> Math.max(seq, change.seq()));
    }
}
