package org.collab.it.client;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.RichText;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;
import org.collab.ot.table.TableEmbed;

/**
 * A complete editor: holds the document, types into it, and keeps it in step with the server. Reconnects when told to.
 * Thread-safe.
 */
public final class Editor implements AutoCloseable {
    private final Api api;
    private final String documentId;
    private final String clientId = UUID.randomUUID().toString();
    private Optional<Wire> wire = Optional.empty();
    private Optional<OtClient> client = Optional.empty();
    private RichText text = RichText.empty(TableEmbed.HANDLERS);

    public Editor(Api api, String documentId) {
        this.api = api;
        this.documentId = documentId;
    }

    /** Connects, catches up, and sends again what was not acknowledged. */
    public void connect() {
        Wire opened = Wire.open(
                api.base(), documentId, api.ticket(documentId), Optional.of(Wire.origin(api.base())), this::receive);
        Optional<Long> held;
        synchronized (this) {
            wire = Optional.of(opened);
            held = client.map(OtClient::revision);
        }
        opened.hello(clientId, held);
        long head = opened.await1("welcome").getJsonNumber("head").longValue();
        org.awaitility.Awaitility.await("caught up").until(() -> revision() >= head);
        synchronized (this) {
            client.orElseThrow().reconnect().ifPresent(this::submit);
        }
    }

    /** Types or deletes something at random. */
    public synchronized void edit(Random random) {
        int length = text.length();
        int at = random.nextInt(length);
        var builder = at == 0 ? Delta.builder() : Delta.builder().retain(at);
        boolean deletes = random.nextInt(4) == 0 && at < length - 1;
        edit(deletes ? builder.delete(1).build() : builder.insert(word(random)).build());
    }

    public synchronized void edit(Delta delta) {
        text = text.apply(delta);
        take(client.orElseThrow().applyLocal(delta));
    }

    /** Loses the connection as a broken network does. */
    public synchronized void cut() {
        wire.ifPresent(Wire::abort);
        wire = Optional.empty();
    }

    @Override
    public synchronized void close() {
        wire.ifPresent(Wire::close);
        wire = Optional.empty();
    }

    public synchronized Delta contents() {
        return text.toDelta();
    }

    public synchronized long revision() {
        return client.map(OtClient::revision).orElse(-1L);
    }

    public synchronized boolean isSaved() {
        return client.map(state -> state.unconfirmed().isEmpty()).orElse(false);
    }

    private synchronized void receive(JsonObject message) {
        switch (message.getString("type")) {
            case "welcome" -> {
                if (message.containsKey("contents")) {
                    text = RichText.of(
                            DeltaJson.read(message.getJsonArray("contents").toString(), Limits.DOCUMENT),
                            TableEmbed.HANDLERS);
                    client = Optional.of(
                            OtClient.at(message.getJsonNumber("revision").longValue(), 0, TableEmbed.HANDLERS));
                }
            }
            case "changes" ->
                message.getJsonArray("changes").getValuesAs(JsonObject.class).forEach(this::change);
            case "rejected", "error", "resync" -> throw new AssertionError("unexpected " + message);
            default -> {
                // presence and pong change nothing here
            }
        }
    }

    private void change(JsonObject change) {
        OtClient state = client.orElseThrow();
        long revision = change.getJsonNumber("revision").longValue();
        if (change.getString("clientId").equals(clientId)) {
            take(state.ack(revision, change.getJsonNumber("seq").longValue()));
        } else {
            take(state.applyRemote(
                    revision, DeltaJson.read(change.getJsonArray("delta").toString(), Limits.DOCUMENT)));
        }
    }

    private void take(Step step) {
        client = Optional.of(step.client());
        if (!step.show().isEmpty()) {
            text = text.apply(step.show());
        }
        step.send().ifPresent(this::submit);
    }

    private void submit(Submission submission) {
        wire.filter(Wire::isOpen)
                .ifPresent(open ->
                        open.submit(submission.seq(), submission.baseRevision(), DeltaJson.write(submission.delta())));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.append(random.nextInt(8) == 0 ? "\n" : " ").toString();
    }
}
