package org.collab.simulation;

import java.util.OptionalLong;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.ServerMessage.Opening;
import org.collab.error.ErrorCode;
import org.collab.ot.Delta;
import org.collab.simulation.Violation.Oracle;

/** Checks each thing that the server says on one connection at the moment when it says it (I3, I4, I5). */
final class StreamWatch {
    private final World world;
    private final Connection connection;
    private OptionalLong held = OptionalLong.empty();
    private OptionalLong streamed = OptionalLong.empty();

    StreamWatch(World world, Connection connection) {
        this.world = world;
        this.connection = connection;
    }

    void hello(Hello hello) {
        held = hello.revision();
    }

    void sent(ServerMessage message) {
        if (message instanceof ServerMessage.Welcome welcome) {
            welcome(welcome);
        } else if (message instanceof ServerMessage.Changes changes) {
            changes.changes().forEach(this::change);
        } else if (message instanceof ServerMessage.Rejected rejected) {
            rejected(rejected);
        } else if (message instanceof ServerMessage.Resync resync) {
            resync(resync);
        }
    }

    /** Nobody's contents differ who has not been made to. */
    private void resync(ServerMessage.Resync resync) {
        if (resync.code() != ErrorCode.HASH_MISMATCH || world.scenario.rot() == 0) {
            throw new Violation(Oracle.DIVERGENCE, "the server resyncs: " + resync.code() + ", " + resync.message());
        }
        contents(resync.opening().head(), resync.contents().delta());
        streamed = OptionalLong.of(resync.opening().head());
    }

    private void welcome(ServerMessage.Welcome welcome) {
        Opening opening = welcome.opening();
        if (opening.head() > world.durable.head()) {
            throw new Violation(Oracle.I5_DURABLE, "welcome tells head " + opening.head());
        }
        if (opening.acknowledged() > world.durable.acknowledged(opening.self().clientId())) {
            throw new Violation(Oracle.I5_DURABLE, "welcome acknowledges seq " + opening.acknowledged());
        }
        if (welcome.contents().isPresent()) {
            contents(opening.head(), welcome.contents().get().delta());
            streamed = OptionalLong.of(opening.head());
        } else {
            streamed = held;
        }
    }

    private void contents(long revision, Delta contents) {
        if (!world.durable.text(revision).toDelta().equals(contents)) {
            throw new Violation(Oracle.I3_FOLD, "contents at " + revision + " are " + contents);
        }
    }

    private void change(CommittedChange change) {
        world.watch.durable(change);
        long last = streamed.orElseThrow(() -> new Violation(Oracle.I4_STREAM, "changes come before the welcome"));
        if (change.revision() > last + 1) {
            throw new Violation(Oracle.I4_STREAM, "revision " + change.revision() + " follows " + last);
        }
        streamed = OptionalLong.of(Math.max(last, change.revision()));
    }

    private void rejected(ServerMessage.Rejected rejected) {
        if (rejected.code() == ErrorCode.INTERNAL) {
            throw new Violation(Oracle.FAILURE, "a submission was rejected: " + rejected.message());
        }
        SubmissionKey key = new SubmissionKey(connection.person().clientId(), rejected.seq());
        if (world.durable.find(key).isPresent()) {
            throw new Violation(Oracle.I2_EXACTLY_ONCE, key + " is committed and was rejected: " + rejected.code());
        }
    }
}
