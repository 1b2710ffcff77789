package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;

/** One document's log in memory, that fails where a test wants it to. */
final class InMemoryChangeStore implements ChangeStore {
    final List<CommittedChange> log = new ArrayList<>();
    final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
    final Set<UUID> refused = new HashSet<>();
    final Set<Writer> refusedWriters = new HashSet<>();
    final Map<UUID, Long> givenUp = new HashMap<>();
    long epoch = 1;
    boolean exists = true;
    boolean down;
    int readsBeforeGoingDown = Integer.MAX_VALUE;
    boolean losesNextReply;
    long lowestRead = Long.MAX_VALUE;
    int reads;
    Runnable beforeNextAppend = () -> {};

    @Override
    public Optional<Head> head(UUID documentId) {
        requireUp();
        return exists ? Optional.of(new Head(log.size(), epoch)) : Optional.empty();
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> documentIds) {
        requireUp();
        return documentIds.stream().collect(Collectors.toMap(id -> id, id -> new Head(log.size(), epoch)));
    }

    @Override
    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        down |= --readsBeforeGoingDown < 0;
        requireUp();
        reads++;
        lowestRead = Math.min(lowestRead, afterRevision);
        return log.stream().skip(afterRevision).limit(limit).toList();
    }

    @Override
    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        requireUp();
        return log.stream()
                .filter(change -> change.clientId().equals(clientId) && change.seq() == seq)
                .findFirst();
    }

    @Override
    public long acknowledged(UUID documentId, UUID clientId) {
        requireUp();
        return log.stream()
                .filter(change -> change.clientId().equals(clientId))
                .mapToLong(CommittedChange::seq)
                .max()
                .orElse(0);
    }

    @Override
    public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
        requireUp();
        Runnable before = beforeNextAppend;
        beforeNextAppend = () -> {};
        before.run();
        List<CommittedChange> changes = batch.changes();
        Set<Writer> unwelcome = batch.writers().stream()
                .filter(writer -> refused.contains(writer.userId()) || refusedWriters.contains(writer))
                .collect(Collectors.toSet());
        if (!unwelcome.isEmpty()) {
            return new AppendResult.Refused(unwelcome);
        }
        if (log.size() != expectedHead) {
            return new AppendResult.HeadMoved();
        }
        givenUp.keySet().removeAll(batch.renewing());
        Map<UUID, Long> stale = new HashMap<>(givenUp);
        stale.entrySet()
                .removeIf(entry -> changes.stream()
                        .noneMatch(change ->
                                change.clientId().equals(entry.getKey()) && change.seq() <= entry.getValue()));
        if (!stale.isEmpty()) {
            return new AppendResult.GivenUp(stale);
        }
        log.addAll(changes);
        if (losesNextReply) {
            losesNextReply = false;
            throw new StoreUnavailableException(new IllegalStateException("the reply to the commit got lost"));
        }
        return new AppendResult.Appended();
    }

    @Override
    public boolean giveUp(UUID documentId, UUID clientId, long seq) {
        if (find(documentId, clientId, seq).isPresent()) {
            return false;
        }
        givenUp.merge(clientId, seq, Math::max);
        return true;
    }

    @Override
    public Optional<Snapshot> snapshot(UUID documentId, long atMost) {
        requireUp();
        return Optional.ofNullable(snapshots.floorEntry(atMost)).map(Map.Entry::getValue);
    }

    @Override
    public void keep(UUID documentId, Snapshot snapshot, long epoch) {
        requireUp();
        snapshots.put(snapshot.revision(), snapshot);
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException(new IllegalStateException("the database is down"));
        }
    }
}
