package org.collab.ot.client;

import java.util.ArrayDeque;
import java.util.Queue;
import org.collab.ot.Delta;
import org.collab.ot.RandomDeltas;
import org.collab.ot.client.SimulatedServer.Committed;

/**
 * A user's editor on a connection with queues in both directions, which the test empties when it likes.
 * A lost connection loses what is in them.
 */
final class SimulatedEditor {

    private final String clientId;
    private final SimulatedServer server;
    private final Queue<Submission> outgoing = new ArrayDeque<>();
    private final Queue<Committed> incoming = new ArrayDeque<>();
    private OtClient client = OtClient.at(0);
    private Delta document = Delta.builder().insert("\n").build();
    private long streamed;
    private boolean connected = true;

    SimulatedEditor(String clientId, SimulatedServer server) {
        this.clientId = clientId;
        this.server = server;
    }

    void type(RandomDeltas random) {
        Delta edit = random.edit(document);
        document = document.compose(edit);
        take(client.applyLocal(edit));
    }

    private void take(Step step) {
        client = step.client();
        document = document.compose(step.show());
        if (connected) {
            step.send().ifPresent(outgoing::add);
        }
    }

    void deliverOneToServer() {
        if (!outgoing.isEmpty()) {
            server.submit(clientId, outgoing.remove());
        }
    }

    /** The server puts what is new into the connection's stream. */
    void stream() {
        if (connected) {
            incoming.addAll(server.after(streamed));
            streamed = server.head();
        }
    }

    void deliverOneToClient() {
        if (incoming.isEmpty()) {
            return;
        }
        Committed change = incoming.remove();
        boolean isOwn = change.clientId().equals(clientId);
        take(
                isOwn
                        ? client.ack(change.revision(), change.seq())
                        : client.applyRemote(change.revision(), change.delta()));
    }

    void disconnect() {
        connected = false;
        outgoing.clear();
        incoming.clear();
    }

    /** Catches up by revision, then sends the unacknowledged submission again. */
    void reconnect() {
        if (connected) {
            return;
        }
        connected = true;
        streamed = client.revision();
        stream();
        while (!incoming.isEmpty()) {
            deliverOneToClient();
        }
        outgoing.clear();
        client.reconnect().ifPresent(outgoing::add);
    }

    boolean isAtRest() {
        return client instanceof Synchronized && client.revision() == server.head();
    }

    Delta document() {
        return document;
    }

    long submissions() {
        return client.lastSeq();
    }
}
