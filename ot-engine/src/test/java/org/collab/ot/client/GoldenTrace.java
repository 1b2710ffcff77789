package org.collab.ot.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.RandomDeltas;
import org.collab.ot.RichText;
import org.collab.ot.TestJson;
import org.collab.ot.client.SimulatedServer.Committed;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to one client and what it makes of it, for its twin in the browser. A trace is
 * an object {@code {id, clientId, revision, contents, events, end}}; an event has one of
 *
 * <ul>
 *   <li>{@code local}: the delta of a user's edit
 *   <li>{@code change}: {@code {revision, clientId, seq, delta}} of the server's stream
 *   <li>{@code reconnect}: the connection came back and the client has caught up
 *   <li>{@code resync}: {@code {revision, acknowledged, contents}}, the server's contents as the new base
 * </ul>
 *
 * and what must follow: {@code send} (the submission, or null), {@code show} (the delta to make to the
 * visible document, or after a resync all of it), {@code state}, {@code revision}; {@code inconsistent}
 * where the change tells the client to ask for the contents; {@code kept}, the text that a resync hands
 * out.
 */
final class GoldenTrace {

    private static final String ME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    private SimulatedServer server = new SimulatedServer();
    private final RandomDeltas random;
    private final Queue<Submission> outgoing = new ArrayDeque<>();
    private final List<Object> events = new ArrayList<>();
    private OtClient client = OtClient.at(0);
    private Delta visible = server.document().toDelta();
    private Delta base = visible;
    private long others;
    private final boolean withResyncs;

    private GoldenTrace(long seed, boolean withResyncs) {
        this.random = new RandomDeltas(seed);
        this.withResyncs = withResyncs;
    }

    static String write(long seed, int length, boolean withResyncs) {
        GoldenTrace trace = new GoldenTrace(seed, withResyncs);
        for (int i = 0; i < length; i++) {
            trace.next();
        }
        return trace.end(seed);
    }

    /** A user pastes more than one message holds, and types on. */
    static String writePaste(long id, String text) {
        GoldenTrace trace = new GoldenTrace(id, false);
        trace.local(Delta.builder().insert(text).build());
        trace.committedByAnother();
        trace.streamOne();
        trace.local(Delta.builder().insert("behind").build());
        trace.reconnect();
        return trace.end(id);
    }

    private String end(long id) {
        comeToRest();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", id);
        object.put("clientId", ME);
        object.put("revision", 0);
        object.put("contents", DeltaJson.toValues(Delta.builder().insert("\n").build()));
        object.put("events", events);
        object.put("end", DeltaJson.toValues(visible));
        return TestJson.write(object);
    }

    private void next() {
        if (withResyncs && random.below(12) == 0) {
            restoreServer();
            return;
        }
        switch (random.below(8)) {
            case 0, 1, 2 -> local();
            case 3 -> committedByAnother();
            case 4 -> serverTakesSubmission();
            case 5 -> reconnect();
            default -> streamOne();
        }
    }

    private void comeToRest() {
        while (!(client instanceof Synchronized) || client.revision() < server.head()) {
            serverTakesSubmission();
            streamOne();
        }
    }

    private void local() {
        local(random.edit(visible).chop());
    }

    private void local(Delta edit) {
        if (!edit.isEmpty()) {
            visible = visible.compose(edit);
            record("local", DeltaJson.toValues(edit), client.applyLocal(edit));
        }
    }

    private void committedByAnother() {
        Delta edit = random.edit(server.document().toDelta());
        server.submit(OTHER, new Submission(++others, server.head(), edit));
    }

    private void serverTakesSubmission() {
        if (!outgoing.isEmpty()) {
            server.submit(ME, outgoing.remove());
        }
    }

    private void streamOne() {
        if (client.revision() == server.head()) {
            return;
        }
        Committed change = server.after(client.revision()).get(0);
        if (!change.clientId().equals(ME)) {
            Step step = client.applyRemote(change.revision(), change.delta());
            visible = visible.compose(step.show());
            base = base.compose(change.delta());
            record("change", value(change), step);
        } else if (isUncertain(client)) {
            record("change", value(change), Step.to(client)).put("inconsistent", true);
            resync(new Snapshot(change.revision(), change.seq(), base.compose(change.delta())));
        } else {
            base = base.compose(change.delta());
            record("change", value(change), client.ack(change.revision(), change.seq()));
        }
    }

    private static boolean isUncertain(OtClient client) {
        return client.reconnect().filter(Submission::isUncertain).isPresent();
    }

    /**
     * The server comes back with other contents, at another revision. They differ at one place only, and
     * so that every good diff finds the same difference.
     */
    private void restoreServer() {
        Optional<Submission> inFlight = client.reconnect();
        boolean holdsInFlight = inFlight.isPresent() && random.below(3) == 0;
        Delta held = holdsInFlight ? base.compose(inFlight.orElseThrow().delta()) : base;
        Delta contents = held.compose(random.clearEdit(held));
        long acknowledged = inFlight.isPresent() && !holdsInFlight ? client.lastSeq() - 1 : client.lastSeq();
        Snapshot snapshot = new Snapshot(Math.max(0, client.revision() + random.below(9) - 4), acknowledged, contents);
        server = new SimulatedServer(snapshot.revision(), RichText.of(contents));
        server.acknowledge(ME, acknowledged);
        server.acknowledge(OTHER, others);
        if (random.below(4) == 0) {
            resync(new Snapshot(0, acknowledged, Delta.builder().delete(3).build()));
        }
        resync(snapshot);
    }

    private void resync(Snapshot snapshot) {
        outgoing.clear();
        Resync outcome = client.resync(snapshot, base);
        base = snapshot.contents();
        visible = base.compose(outcome.client().unconfirmed());
        Map<String, @Nullable Object> recorded = record(
                "resync",
                value(snapshot),
                new Step(outcome.client(), outcome.client().reconnect(), visible));
        if (outcome instanceof Resync.Unmergeable unmergeable) {
            recorded.put("kept", unmergeable.kept());
        }
    }

    /** What was on its way is lost; the client catches up and sends again. */
    private void reconnect() {
        outgoing.clear();
        while (client.revision() < server.head()) {
            streamOne();
        }
        outgoing.clear();
        record("reconnect", true, new Step(client, client.reconnect(), Delta.EMPTY));
    }

    private Map<String, @Nullable Object> record(String kind, Object event, Step step) {
        client = step.client();
        step.send().ifPresent(outgoing::add);
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
        recorded.put(kind, event);
        recorded.put("send", value(step.send()));
        recorded.put("show", DeltaJson.toValues(step.show()));
        recorded.put("state", state(client));
        recorded.put("revision", client.revision());
        events.add(recorded);
        return recorded;
    }

    static Map<String, Object> value(Snapshot snapshot) {
        return Map.of(
                "revision", snapshot.revision(),
                "acknowledged", snapshot.acknowledged(),
                "contents", DeltaJson.toValues(snapshot.contents()));
    }

    static Map<String, Object> value(Committed change) {
        return Map.of(
                "revision", change.revision(),
                "clientId", change.clientId(),
                "seq", change.seq(),
                "delta", DeltaJson.toValues(change.delta()));
    }

    static @Nullable Object value(Optional<Submission> submission) {
        return submission
                .map(sent -> Map.<String, Object>of(
                        "seq", sent.seq(),
                        "baseRevision", sent.baseRevision(),
                        "delta", DeltaJson.toValues(sent.delta())))
                .orElse(null);
    }

    static String state(OtClient client) {
        String name = client.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
