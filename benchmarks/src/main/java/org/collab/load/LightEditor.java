package org.collab.load;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An editor that holds no text, only a length that the text has at least, so that every place it types at exists. One
 * submission is in flight (protocol E1); what is made meanwhile is sent as one. Thread-safe.
 */
final class LightEditor implements WebSocket.Listener {
    private static final int LONGEST_WORD = 6;
    /** An edit is two ops, and the server takes 5,000 (protocol L7). */
    private static final int MOST_AT_ONCE = 1_000;

    private final String clientId = UUID.randomUUID().toString();
    private final Random random;
    private final int others;
    private final Supplier<Scoreboard> scoreboard;
    private final AtomicInteger errors;
    private final CompletableFuture<LightEditor> welcomed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final List<Long> waiting = new ArrayList<>();
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private long revision;
    private long seq;
    private int length;
    private int usualLength;
    private int grown;
    private boolean inFlight;
    private boolean closed;

    private LightEditor(Random random, int others, Supplier<Scoreboard> scoreboard, AtomicInteger errors) {
        this.random = random;
        this.others = others;
        this.scoreboard = scoreboard;
        this.errors = errors;
    }

    /**
     * @param others how many more editors the document has
     * @param scoreboard that of the phase that is under way
     */
    static CompletableFuture<LightEditor> connect(
            HttpClient http,
            URI socket,
            Random random,
            int others,
            Supplier<Scoreboard> scoreboard,
            AtomicInteger errors) {
        LightEditor editor = new LightEditor(random, others, scoreboard, errors);
        String origin = (socket.getScheme().equals("wss") ? "https://" : "http://") + socket.getAuthority();
        editor.sending = http.newWebSocketBuilder()
                .subprotocols("collab.v1")
                .header("Origin", origin)
                .buildAsync(socket, editor);
        editor.send("{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"" + editor.clientId + "\",\"revision\":null}");
        editor.sending = editor.sending.whenComplete((open, e) -> {
            if (e != null) {
                editor.welcomed.completeExceptionally(e);
            }
        });
        return editor.welcomed;
    }

    /** UTF-16 code units that the text has at least. */
    synchronized int length() {
        return length;
    }

    /** Types a word, or deletes as much where the text is longer than it was when typing began. */
    synchronized void edit(long madeAt) {
        usualLength = usualLength == 0 ? length : usualLength;
        waiting.add(madeAt);
        if (!inFlight) {
            flush();
        }
    }

    /** Types this at the beginning. */
    synchronized void type(String text) {
        submit("[{\"insert\":" + Json.createValue(text) + "}]", text.length(), List.of());
    }

    synchronized boolean isIdle() {
        return !inFlight && waiting.isEmpty();
    }

    synchronized void ping() {
        send("{\"type\":\"ping\",\"sentAt\":0}");
    }

    synchronized void close() {
        closed = true;
        sending = sending.thenCompose(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    private void flush() {
        List<Long> next = waiting.subList(0, Math.min(waiting.size(), MOST_AT_ONCE));
        List<Long> edits = List.copyOf(next);
        next.clear();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            places.add(random.nextInt(Math.max(1, length - 1)));
        }
        Collections.sort(places);
        StringBuilder ops = new StringBuilder("[");
        int at = 0;
        int growth = 0;
        for (int place : places) {
            if (place > at) {
                ops.append("{\"retain\":").append(place - at).append("},");
                at = place;
            }
            String word = word();
            if (length + growth > usualLength && at + word.length() < length) {
                ops.append("{\"delete\":").append(word.length()).append("},");
                at += word.length();
                growth -= word.length();
            } else {
                ops.append("{\"insert\":\"").append(word).append("\"},");
                growth += word.length();
            }
        }
        ops.setCharAt(ops.length() - 1, ']');
        submit(ops.toString(), growth, edits);
    }

    private void submit(String ops, int growth, List<Long> edits) {
        seq++;
        grown = growth;
        inFlight = true;
        scoreboard.get().sent(clientId + ":" + seq, edits, others);
        send("{\"type\":\"submit\",\"seq\":" + seq + ",\"baseRevision\":" + revision + ",\"delta\":" + ops + "}");
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(LONGEST_WORD); left > 0; left--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private synchronized void send(String message) {
        sending = sending.thenCompose(open -> open.sendText(message, true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence fragment, boolean last) {
        partial.append(fragment);
        if (last) {
            String message = partial.toString();
            partial.setLength(0);
            take(message, System.nanoTime());
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(code + " " + reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable e) {
        end(String.valueOf(e));
    }

    private synchronized void end(String why) {
        if (!closed) {
            closed = true;
            errors.incrementAndGet();
            System.err.println("a connection has ended: " + why);
            welcomed.completeExceptionally(new IllegalStateException(why));
        }
    }

    private synchronized void take(String text, long now) {
        JsonObject message;
        try (var reader = Json.createReader(new StringReader(text))) {
            message = reader.readObject();
        }
        switch (message.getString("type")) {
            case "welcome" -> {
                revision = message.getJsonNumber("revision").longValue();
                length = growth(message.getJsonArray("contents"));
                welcomed.complete(this);
            }
            case "changes" -> message.getJsonArray("changes").forEach(change -> take(change.asJsonObject(), now));
            case "error", "rejected", "resync", "drain" -> {
                errors.incrementAndGet();
                System.err.println("the server says: " + text);
            }
            default -> {
                // presence and pongs
            }
        }
    }

    private void take(JsonObject change, long now) {
        revision = change.getJsonNumber("revision").longValue();
        String key = change.getString("clientId") + ":" + change.getJsonNumber("seq");
        if (!change.getString("clientId").equals(clientId)) {
            length += growth(change.getJsonArray("delta"));
            scoreboard.get().delivered(key, now);
            return;
        }
        length += grown;
        inFlight = false;
        scoreboard.get().acknowledged(key, now);
        if (!waiting.isEmpty()) {
            flush();
        }
    }

    private static int growth(JsonArray delta) {
        int growth = 0;
        for (JsonValue each : delta) {
            JsonObject op = each.asJsonObject();
            JsonValue insert = op.get("insert");
            if (insert != null) {
                growth += insert.getValueType() == JsonValue.ValueType.STRING
                        ? op.getString("insert").length()
                        : 1;
            }
            growth -= op.getInt("delete", 0);
        }
        return growth;
    }
}
