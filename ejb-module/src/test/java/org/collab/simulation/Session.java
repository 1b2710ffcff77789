package org.collab.simulation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Contents;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.ot.Delta;
import org.collab.ot.client.InconsistentStreamException;
import org.collab.ot.client.Snapshot;
import org.collab.ot.client.Synchronized;
import org.collab.simulation.Violation.Oracle;

/**
 * One page load of a tab: the twin of the browser's {@code documentSession.ts} around the production {@code OtClient}.
 * Not final: the gate puts bugs into it.
 */
class Session implements ClientEnd {
    protected final World world;
    protected final Tab tab;
    private UUID clientId;
    private Optional<Replica> replica;
    private Optional<Connection> connection = Optional.empty();
    private boolean joined;
    private boolean alive = true;
    /** Head told by the last welcome: nothing is sent again before it is reached. */
    private long joinHead;

    private long acknowledged;
    private OptionalLong sentSeq = OptionalLong.empty();
    private boolean askForContents;
    private boolean catchingUp;
    private boolean storing;
    private final HeldChanges held = new HeldChanges();

    Session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
        this.world = world;
        this.tab = tab;
        this.clientId = clientId;
        this.replica = stored;
    }

    boolean isOpened() {
        return replica.isPresent();
    }

    void edit(Typist typist) {
        Replica before = current();
        Draft draft = typist.edit(before.visible());
        world.trace.note(() -> tab + " does " + draft.edit() + " " + draft.delta());
        replica = Optional.of(before.local(draft));
        flush();
        storeSoon();
    }

    void connect() {
        if (connection.isPresent() || !alive) {
            return;
        }
        world.anyLivingProcess().ifPresent(process -> {
            clientId = clientIdToConnectWith(clientId);
            boolean holdsBase = replica.isPresent() && !askForContents;
            OptionalLong revision = holdsBase ? OptionalLong.of(current().revision()) : OptionalLong.empty();
            world.trace.note(() -> tab + " connects to " + process + " at " + revision);
            Connection opened = new Connection(world, process, this, tab.userId());
            connection = Optional.of(opened);
            opened.hello(new Hello(clientId, revision, OptionalLong.of(1)));
        });
    }

    /** Drops the connection and lets another one be opened: after a silence, a wake-up, or on a gap. */
    void restart() {
        connection.ifPresent(Connection::drop);
        forgetConnection();
    }

    Optional<Connection> connection() {
        return connection;
    }

    /** At rest the client tells the hash of its contents (E10). */
    void tellHash() {
        if (joined && replica.isPresent() && current().isSynchronized() && held.isEmpty()) {
            connection.ifPresent(open ->
                    open.compareHash(current().revision(), current().base().hash()));
        }
    }

    /** Something has damaged the page's copy of the document; the next hash will tell. */
    void rot() {
        if (replica.isPresent() && current().isSynchronized()) {
            world.trace.note(() -> tab + " has a damaged copy");
            replica = Optional.of(current().rotten());
        }
    }

    boolean isAtRest() {
        return joined
                && replica.isPresent()
                && current().isSynchronized()
                && current().revision() == world.durable.head();
    }

    /** The page is gone, with everything in its memory. */
    void die() {
        alive = false;
        restart();
    }

    Replica current() {
        return replica.orElseThrow();
    }

    Optional<Replica> replica() {
        return replica;
    }

    UUID clientId() {
        return clientId;
    }

    @Override
    public void received(Connection from, ServerMessage message) {
        if (!isCurrent(from)) {
            return;
        }
        world.trace.note(() -> tab + " receives " + Texts.of(message));
        if (message instanceof ServerMessage.Welcome welcome) {
            welcomed(welcome);
        } else if (message instanceof ServerMessage.Changes changes) {
            takeIn(changes.changes());
        } else if (message instanceof ServerMessage.Rejected rejected) {
            rejected(rejected);
        } else if (message instanceof ServerMessage.Resync resync) {
            joined(resync.opening());
            open(resync.contents().delta());
        }
        flush();
        storeSoon();
    }

    @Override
    public void lost(Connection ended) {
        if (isCurrent(ended)) {
            world.trace.note(() -> tab + " loses its connection");
            forgetConnection();
        }
    }

    private boolean isCurrent(Connection candidate) {
        return alive && connection.isPresent() && connection.get() == candidate;
    }

    private void forgetConnection() {
        connection = Optional.empty();
        joined = false;
        catchingUp = false;
        sentSeq = OptionalLong.empty();
    }

    private void welcomed(ServerMessage.Welcome welcome) {
        joined(welcome.opening());
        welcome.contents().map(Contents::delta).ifPresent(this::open);
    }

    private void joined(ServerMessage.Opening opening) {
        joined = true;
        joinHead = opening.head();
        acknowledged = opening.acknowledged();
        sentSeq = OptionalLong.empty();
    }

    private void open(Delta contents) {
        askForContents = false;
        Snapshot snapshot = new Snapshot(joinHead, acknowledged, contents);
        replica = Optional.of(
                replica.isEmpty()
                        ? Replica.opened(world.seams.core(), contents, joinHead, acknowledged)
                        : current().resynced(snapshot, clientId));
        held.forgetUpTo(joinHead);
    }

    /** Takes the changes that follow, holds the later ones, and asks for what is missing (E8). */
    protected void takeIn(List<CommittedChange> changes) {
        held.add(changes);
        held.forgetUpTo(current().revision());
        Optional<CommittedChange> next = held.take(current().revision() + 1);
        while (next.isPresent()) {
            apply(next.get());
            next = askForContents ? Optional.empty() : held.take(current().revision() + 1);
        }
        if (!held.isEmpty() && !askForContents) {
            catchUp();
        }
    }

    protected void apply(CommittedChange change) {
        try {
            replica = Optional.of(acknowledgedBy(change)
                    .map(own -> current().acknowledged(change.revision(), own))
                    .orElseGet(() -> current().remote(change.revision(), change.delta())));
        } catch (InconsistentStreamException e) {
            world.trace.note(() -> tab + " asks for the contents: " + e.getMessage());
            askForContents = true;
            restart();
        }
    }

    /** The submission in flight, where the change is what became of it. */
    protected Optional<SubmissionKey> acknowledgedBy(CommittedChange change) {
        SubmissionKey key = SubmissionKey.of(change);
        return current()
                .submission()
                .filter(sent -> key.equals(new SubmissionKey(clientId, sent.seq())))
                .map(sent -> key);
    }

    /** Fetches what is missing over REST, from any server. */
    private void catchUp() {
        if (catchingUp || connection.isEmpty()) {
            return;
        }
        catchingUp = true;
        Connection asking = connection.get();
        long revision = current().revision();
        world.trace.note(() -> tab + " asks for the changes after " + revision);
        CatchUp.ask(world, asking.process(), revision, page -> caughtUp(asking, page));
    }

    private void caughtUp(Connection asking, List<CommittedChange> page) {
        if (!isCurrent(asking)) {
            return;
        }
        catchingUp = false;
        if (page.isEmpty()) {
            restart();
        } else {
            takeIn(page);
            flush();
            storeSoon();
        }
    }

    private void rejected(ServerMessage.Rejected rejected) {
        if (rejected.code().retryable()) {
            world.agenda.sometime(this::sendAgain);
            return;
        }
        if (current().submission().filter(sent -> sent.seq() == rejected.seq()).isPresent()) {
            replica = Optional.of(current().withdrawn(new SubmissionKey(clientId, rejected.seq())));
        }
    }

    private void sendAgain() {
        sentSeq = OptionalLong.empty();
        flush();
    }

    /** Sends the submission in flight, once a connection, not before the client has caught up, and stored (E9). */
    private void flush() {
        if (!joined || replica.isEmpty() || current().client() instanceof Synchronized) {
            return;
        }
        var submission = current().submission().orElseThrow();
        if (sentSeq.equals(OptionalLong.of(submission.seq())) || current().revision() < joinHead) {
            return;
        }
        if (submission.seq() <= acknowledged) {
            throw new Violation(
                    Oracle.DIVERGENCE,
                    tab + " is told that " + submission.seq() + " is committed, but not among the changes up to "
                            + joinHead);
        }
        tab.store(this);
        sentSeq = OptionalLong.of(submission.seq());
        Submission sent = outgoing(submission);
        world.trace.note(() -> tab + " submits " + Texts.of(sent));
        connection.orElseThrow().submit(sent);
    }

    protected Submission outgoing(org.collab.ot.client.Submission submission) {
        return new Submission(
                clientId, submission.seq(), submission.baseRevision(), submission.delta(), Writer.of(tab.userId()));
    }

    /** The id to say hello with: one for each open editor, over all its connections. */
    protected UUID clientIdToConnectWith(UUID present) {
        return present;
    }

    private void storeSoon() {
        if (storing || replica.isEmpty()) {
            return;
        }
        storing = true;
        world.agenda.sometime(() -> {
            storing = false;
            if (alive) {
                tab.store(this);
            }
        });
    }

    @Override
    public String toString() {
        return tab.toString();
    }
}
