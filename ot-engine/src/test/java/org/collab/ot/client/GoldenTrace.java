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
 * </ul>
 *
 * and what must follow: {@code send} (the submission, or null), {@code show} (the delta to make to the
 * visible document), {@code state}, {@code revision}.
 */
final class GoldenTrace {

    private static final String ME = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    private final SimulatedServer server = new SimulatedServer();
    private final RandomDeltas random;
    private final Queue<Submission> outgoing = new ArrayDeque<>();
    private final List<Object> events = new ArrayList<>();
    private OtClient client = OtClient.at(0);
    private Delta visible = server.document().toDelta();
    private long others;

    private GoldenTrace(long seed) {
        this.random = new RandomDeltas(seed);
    }

    static String write(long seed, int length) {
        GoldenTrace trace = new GoldenTrace(seed);
        for (int i = 0; i < length; i++) {
            trace.next();
        }
        trace.comeToRest();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", seed);
        object.put("clientId", ME);
        object.put("revision", 0);
        object.put("contents", DeltaJson.toValues(Delta.builder().insert("\n").build()));
        object.put("events", trace.events);
        object.put("end", DeltaJson.toValues(trace.visible));
        return TestJson.write(object);
    }

    private void next() {
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
        Delta edit = random.edit(visible).chop();
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
        boolean isOwn = change.clientId().equals(ME);
        Step step = isOwn
                ? client.ack(change.revision(), change.seq())
                : client.applyRemote(change.revision(), change.delta());
        visible = visible.compose(step.show());
        record("change", value(change), step);
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

    private void record(String kind, Object event, Step step) {
        client = step.client();
        step.send().ifPresent(outgoing::add);
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
        recorded.put(kind, event);
        recorded.put("send", value(step.send()));
        recorded.put("show", DeltaJson.toValues(step.show()));
        recorded.put("state", state(client));
        recorded.put("revision", client.revision());
        events.add(recorded);
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
