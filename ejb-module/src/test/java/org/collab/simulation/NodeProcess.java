package org.collab.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.collab.collaboration.control.ChangeStore;
import org.collab.collaboration.control.LiveDocument;
import org.collab.collaboration.control.LiveDocument.CommittedHead;
import org.collab.collaboration.control.LiveEvent;
import org.collab.collaboration.control.Scheduler;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.control.Telemetry;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Submission;

/** One run of a server process, from its start until it is killed: the document it has open, and its connections. */
final class NodeProcess implements Scheduler {
    private final World world;
    private final String name;
    private final Channel executor;
    private final ChangeStore store;
    private final List<Connection> connections = new ArrayList<>();
    private Optional<LiveDocument> open = Optional.empty();
    private boolean alive = true;
    private boolean cutFromStore;

    NodeProcess(World world, String name) {
        this.world = world;
        this.name = name;
        this.executor = world.agenda.channel();
        this.store = world.seams.store(new SimulatedStore(world, this), world);
    }

    @Override
    public void execute(Runnable task) {
        executor.add(() -> run(task));
    }

    @Override
    public void executeAfter(Duration delay, Runnable task) {
        world.agenda.sometime(() -> run(task));
    }

    void connect(Connection connection) {
        connections.add(connection);
    }

    void disconnect(Connection connection) {
        connections.remove(connection);
    }

    void post(LiveEvent event) {
        while (!document().post(event)) {
            open = Optional.empty();
        }
    }

    void postIfOpen(LiveEvent event) {
        open.ifPresent(document -> document.post(event));
    }

    void submit(Submission submission, Consumer<org.collab.collaboration.entity.SubmitResult> answer) {
        post(new LiveEvent.Submit(submission, answer));
    }

    void hint(long head) {
        open.filter(document -> head > document.head())
                .ifPresent(document -> document.post(new LiveEvent.HeadHint(head)));
    }

    /** Another node says what it has committed. */
    void relayed(CommittedHead committed) {
        postIfOpen(new LiveEvent.Relayed(committed.epoch(), committed.changes()));
    }

    /** What a server does every second: ends what nobody is in, and looks for what others have committed. */
    void keepUp() {
        if (open.isPresent() && open.get().retireIfDeserted()) {
            open = Optional.empty();
        }
        if (open.isPresent() && world.seams.pollsHeads()) {
            run(this::poll);
        }
    }

    private void poll() {
        try {
            store.heads(List.of(world.documentId)).values().forEach(head -> hint(head.revision()));
        } catch (StoreUnavailableException e) {
            world.trace.note(() -> name + " cannot read heads");
        }
    }

    /** Somebody reads the contents over REST. */
    void read() {
        post(new LiveEvent.Read(true, result -> world.watch.read((ReadResult.Found) result)));
    }

    ChangeStore store() {
        return store;
    }

    void cutFromStore(boolean cut) {
        cutFromStore = cut;
    }

    boolean isCutFromStore() {
        return cutFromStore;
    }

    boolean isAlive() {
        return alive;
    }

    void requireAlive() {
        if (!alive) {
            throw new ProcessKilled();
        }
    }

    void kill() {
        alive = false;
        executor.close();
        List.copyOf(connections).forEach(Connection::serverDied);
    }

    private LiveDocument document() {
        if (open.isEmpty()) {
            open = Optional.of(new LiveDocument(
                    world.documentId,
                    store,
                    world.clock,
                    this,
                    committed -> world.relay(this, committed),
                    Telemetry.NONE));
        }
        return open.get();
    }

    /** Runs something of this process's, as far as it gets before the process is killed. */
    void run(Runnable task) {
        if (!alive) {
            return;
        }
        try {
            task.run();
        } catch (ProcessKilled e) {
            world.trace.note(() -> name + " has been killed while working");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
