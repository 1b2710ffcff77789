package org.collab.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collab.collaboration.control.AppendResult;
import org.collab.collaboration.control.Batch;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Snapshot;

/**
 * The database as one process sees it: calls fail before or after they had their effect, and while one is under way
 * others do what they like.
 */
final class SimulatedStore implements ChangeStore {
    private final World world;
    private final NodeProcess process;

    SimulatedStore(World world, NodeProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public Optional<Head> head(UUID documentId) {
        return ask(() -> Optional.of(new Head(world.durable.head(), 1)));
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> documentIds) {
        return ask(() ->
                documentIds.stream().collect(Collectors.toMap(id -> id, id -> new Head(world.durable.head(), 1))));
    }

    @Override
    public List<CommittedChange> read(UUID documentId, long afterRevision, int limit) {
        return ask(() -> world.durable.after(afterRevision, limit));
    }

    @Override
    public Optional<CommittedChange> find(UUID documentId, UUID clientId, long seq) {
        return ask(() -> world.durable.find(new SubmissionKey(clientId, seq)));
    }

    @Override
    public long acknowledged(UUID documentId, UUID clientId) {
        return ask(() -> world.durable.acknowledged(clientId));
    }

    @Override
    public AppendResult append(UUID documentId, long expectedHead, Batch batch) {
        List<CommittedChange> changes = batch.changes();
        AppendResult result = ask(() -> {
            if (world.strikes(world.scenario.inDoubt())) {
                world.trace.note(() -> process + " leaves " + changes.size() + " changes in doubt");
                world.durable.leaveInDoubt(expectedHead, changes);
                throw unavailable("the commit is in doubt");
            }
            return world.durable.append(expectedHead, changes);
        });
        world.trace.note(() -> process + " appends " + changes.size() + " to " + expectedHead + ": " + result);
        process.requireAlive();
        if (world.strikes(world.scenario.lostReplies())) {
            throw unavailable("the reply to the commit got lost");
        }
        return result;
    }

    @Override
    public boolean giveUp(UUID documentId, UUID clientId, long seq) {
        boolean givenUp = ask(() -> world.durable.giveUp(new SubmissionKey(clientId, seq)));
        if (world.strikes(world.scenario.lostReplies())) {
            throw unavailable("the reply to giving up got lost");
        }
        return givenUp;
    }

    @Override
    public Optional<Snapshot> snapshot(UUID documentId, long atMost) {
        return ask(() -> world.durable.snapshot(atMost));
    }

    @Override
    public void keep(UUID documentId, Snapshot snapshot, long epoch) {
        ask(() -> {
            world.watch.kept(snapshot);
            world.durable.keep(snapshot);
            return snapshot;
        });
    }

    private <T> T ask(Supplier<T> question) {
        world.meanwhile();
        process.requireAlive();
        if (process.isCutFromStore() || world.strikes(world.scenario.databaseErrors())) {
            throw unavailable("the database does not answer");
        }
        T answer = question.get();
        world.meanwhile();
        process.requireAlive();
        return answer;
    }

    private static StoreUnavailableException unavailable(String why) {
        return new StoreUnavailableException(new IllegalStateException(why));
    }
}
