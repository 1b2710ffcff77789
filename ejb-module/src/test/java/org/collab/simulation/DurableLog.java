package org.collab.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.control.AppendResult;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;
import org.collab.ot.RichText;

/**
 * What the simulated database keeps of the one document: survives every crash. A transaction may be in doubt: its client
 * has given up, the database has not decided. It holds the document's row, so whoever commits next waits for it.
 */
final class DurableLog {
    private final Dice dice;
    private final List<CommittedChange> changes = new ArrayList<>();
    private final List<RichText> texts = new ArrayList<>(List.of(RichText.empty()));
    private final Map<SubmissionKey, CommittedChange> bySubmission = new HashMap<>();
    private final Map<UUID, Long> acknowledged = new HashMap<>();
    private final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
    private final Set<UUID> readersOnly = new HashSet<>();
    private final Map<UUID, Long> givenUp = new HashMap<>();
    private Optional<Runnable> inDoubt = Optional.empty();

    DurableLog(Dice dice) {
        this.dice = dice;
    }

    /** Begins with so many changes of the history that is always the same. */
    void begin(int length) {
        History.changes(length).forEach(this::force);
        texts.addAll(History.texts(length));
    }

    long head() {
        return changes.size();
    }

    List<CommittedChange> changes() {
        return changes;
    }

    CommittedChange at(long revision) {
        return changes.get((int) revision - 1);
    }

    List<CommittedChange> after(long revision, int limit) {
        int from = (int) revision;
        return List.copyOf(changes.subList(from, Math.min(changes.size(), from + limit)));
    }

    Optional<CommittedChange> find(SubmissionKey key) {
        return Optional.ofNullable(bySubmission.get(key));
    }

    long acknowledged(UUID clientId) {
        return acknowledged.getOrDefault(clientId, 0L);
    }

    Optional<Snapshot> snapshot(long atMost) {
        return Optional.ofNullable(snapshots.floorEntry(atMost)).map(Map.Entry::getValue);
    }

    void keep(Snapshot snapshot) {
        snapshots.put(snapshot.revision(), snapshot);
    }

    /** The fold of the changes up to a revision. */
    RichText text(long revision) {
        while (texts.size() <= revision) {
            texts.add(texts.get(texts.size() - 1)
                    .apply(changes.get(texts.size() - 1).delta()));
        }
        return texts.get((int) revision);
    }

    AppendResult append(long expectedHead, List<CommittedChange> added) {
        decide();
        return commit(expectedHead, added);
    }

    /** Waits for the transaction that holds the document's row. */
    boolean giveUp(SubmissionKey key) {
        decide();
        if (find(key).isPresent()) {
            return false;
        }
        givenUp.merge(key.clientId(), key.seq(), Math::max);
        return true;
    }

    /** A commit whose client has lost the connection: it will be decided before anybody else's. */
    AppendResult leaveInDoubt(long expectedHead, List<CommittedChange> added) {
        decide();
        Set<Writer> refused = refused(added);
        if (refused.isEmpty() && expectedHead == head()) {
            inDoubt = Optional.of(() -> commit(expectedHead, added));
        }
        return new AppendResult.HeadMoved();
    }

    /** The database decides about what is in doubt. */
    void decide() {
        Optional<Runnable> commit = inDoubt;
        inDoubt = Optional.empty();
        commit.filter(undecided -> dice.chance(0.7)).ifPresent(Runnable::run);
    }

    boolean mayWrite(UUID userId) {
        return !readersOnly.contains(userId);
    }

    /** Waits for the transactions that have locked the user's rights. */
    void allow(UUID userId, boolean write) {
        decide();
        if (write) {
            readersOnly.remove(userId);
        } else {
            readersOnly.add(userId);
        }
    }

    private AppendResult commit(long expectedHead, List<CommittedChange> added) {
        Set<Writer> refused = refused(added);
        if (!refused.isEmpty()) {
            return new AppendResult.Refused(refused);
        }
        if (expectedHead != head()) {
            return new AppendResult.HeadMoved();
        }
        Map<UUID, Long> stale = new HashMap<>();
        for (CommittedChange change : added) {
            long upTo = givenUp.getOrDefault(change.clientId(), 0L);
            if (change.seq() <= upTo) {
                stale.put(change.clientId(), upTo);
            }
        }
        if (!stale.isEmpty()) {
            return new AppendResult.GivenUp(stale);
        }
        insert(added);
        return new AppendResult.Appended();
    }

    private Set<Writer> refused(List<CommittedChange> added) {
        Set<Writer> refused = new HashSet<>();
        for (CommittedChange change : added) {
            if (readersOnly.contains(change.userId())) {
                refused.add(Writer.of(change.userId()));
            }
        }
        return refused;
    }

    /** Both unique constraints hold in the database, whatever the code does. */
    private void insert(List<CommittedChange> added) {
        for (CommittedChange change : added) {
            if (bySubmission.containsKey(SubmissionKey.of(change))) {
                throw new StoreUnavailableException(
                        new IllegalStateException(SubmissionKey.of(change) + " is not unique"));
            }
        }
        added.forEach(this::force);
    }

    /** Writes a change past all guards. */
    void force(CommittedChange change) {
        changes.add(change);
        bySubmission.putIfAbsent(SubmissionKey.of(change), change);
        acknowledged.merge(change.clientId(), change.seq(), Math::max);
    }
}
