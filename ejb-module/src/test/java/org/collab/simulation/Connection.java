package org.collab.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.collaboration.control.LiveEvent;
import org.collab.collaboration.control.Participant;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.ErrorCode;

/**
 * A WebSocket: an ordered stream in each direction, and the server's end of it. When it is cut, each end gets some of
 * what was under way, and learns of the end later.
 */
final class Connection implements Participant {
    private final World world;
    private final NodeProcess process;
    private final ClientEnd client;
    private final UUID userId;
    private final Channel up;
    private final Channel down;
    private final StreamWatch stream;
    private Optional<Person> joinedAs = Optional.empty();
    private boolean serverOpen = true;
    private boolean wireWhole = true;
    private boolean lossy;

    Connection(World world, NodeProcess process, ClientEnd client, UUID userId) {
        this.world = world;
        this.process = process;
        this.client = client;
        this.userId = userId;
        this.up = world.agenda.channel();
        this.down = world.agenda.channel();
        this.stream = new StreamWatch(world, this);
        process.connect(this);
    }

    void hello(Hello hello) {
        toServer(() -> {
            joinedAs = Optional.of(new Person(hello.clientId(), userId, "Somebody", "#123456"));
            stream.hello(hello);
            process.post(new LiveEvent.Join(this, hello));
        });
    }

    void submit(Submission submission) {
        toServer(() -> process.submit(submission, result -> answer(submission, result)));
    }

    void compareHash(long revision, String hash) {
        toServer(() -> process.postIfOpen(new LiveEvent.CompareHash(this, revision, hash)));
    }

    private void toServer(Runnable message) {
        up.add(() -> {
            if (serverOpen) {
                message.run();
            }
        });
    }

    private void answer(Submission submission, SubmitResult result) {
        world.watch.answered(submission, result);
        if (result instanceof SubmitResult.AlreadyCommitted already) {
            send(new ServerMessage.Changes(List.of(already.original())));
        } else if (result instanceof SubmitResult.Rejected rejected) {
            send(new ServerMessage.Rejected(submission.seq(), rejected.code(), rejected.message()));
        }
    }

    @Override
    public Person person() {
        return joinedAs.orElseThrow();
    }

    @Override
    public Role role() {
        return Role.EDITOR;
    }

    @Override
    public void send(ServerMessage message) {
        if (!serverOpen) {
            return;
        }
        stream.sent(message);
        if (message instanceof ServerMessage.Changes && world.strikes(world.scenario.frameLoss())) {
            world.trace.note(() -> "a frame to " + client + " is lost: " + Texts.of(message));
            lossy = true;
        } else if (wireWhole) {
            down.add(() -> client.received(this, message));
        }
    }

    @Override
    public void changeRole(Role role) {
        throw new AssertionError("roles change in the store only, not on connections");
    }

    @Override
    public void whenSent(Runnable task) {
        world.agenda.sometime(() -> process.run(task));
    }

    @Override
    public void close(ErrorCode code, String message) {
        world.watch.closed(code, message);
        if (serverOpen) {
            serverOpen = false;
            world.trace.note(() -> process + " closes the connection of " + client + ": " + code);
            loseWire(down.size(), 0);
        }
    }

    NodeProcess process() {
        return process;
    }

    /** Whether the wire has lost a frame in its middle: nothing will tell the client of the last ones. */
    boolean isLossy() {
        return lossy;
    }

    /** The wire is cut: both ends get some of what was under way. */
    void cut() {
        loseWire(world.dice.below(down.size() + 1), world.dice.below(up.size() + 1));
    }

    /** The client goes away by itself; what it has sent may arrive. */
    void drop() {
        loseWire(0, world.dice.below(up.size() + 1));
    }

    /** The server's process is gone; what it has sent may arrive. */
    void serverDied() {
        serverOpen = false;
        loseWire(world.dice.below(down.size() + 1), 0);
    }

    private void loseWire(int arriving, int leaving) {
        if (wireWhole) {
            wireWhole = false;
            down.cutAfter(arriving, () -> client.lost(this));
            up.cutAfter(leaving, this::ended);
        }
    }

    /** The server learns that the socket is gone. */
    private void ended() {
        serverOpen = false;
        process.disconnect(this);
        if (joinedAs.isPresent() && process.isAlive()) {
            process.postIfOpen(new LiveEvent.Leave(this));
        }
    }
}
