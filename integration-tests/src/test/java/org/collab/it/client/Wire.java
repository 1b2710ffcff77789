package org.collab.it.client;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A bare WebSocket: sends what it is told to, keeps what it receives. */
public final class Wire implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonObject> received = new CopyOnWriteArrayList<>();
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private volatile boolean reading = true;
    private volatile Optional<WebSocket> socket = Optional.empty();

    /** How a handshake was refused. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        private Refused(int status) {
            super("the handshake was answered with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Opens a WebSocket with a fresh ticket, from the product's own page. */
    public static Wire open(Api api, String documentId) {
        return open(api.base(), documentId, api.ticket(documentId), Optional.of(origin(api.base())), ignored -> {});
    }

    /** @throws Refused where the server does not upgrade */
    public static Wire open(
            URI base, String documentId, String ticket, Optional<String> origin, Consumer<JsonObject> listener) {
        Wire wire = new Wire();
        wire.listeners.add(listener);
        URI uri = URI.create(
                "ws://" + base.getAuthority() + base.getPath() + "ws/documents/" + documentId + "?ticket=" + ticket);
        WebSocket.Builder builder =
                HTTP.newWebSocketBuilder().subprotocols("collab.v1").connectTimeout(Duration.ofSeconds(10));
        origin.ifPresent(value -> builder.header("Origin", value));
        try {
            wire.socket = Optional.of(builder.buildAsync(uri, wire).join());
            return wire;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                throw new Refused(refusal.getResponse().statusCode());
            }
            throw e;
        }
    }

    public static String origin(URI base) {
        return "http://" + base.getAuthority();
    }

    public String subprotocol() {
        return socket.orElseThrow().getSubprotocol();
    }

    public synchronized void send(String text) {
        socket.orElseThrow().sendText(text, true).join();
    }

    /** Sends one message in two fragments. */
    public synchronized void sendFragmented(String first, String second) {
        WebSocket open = socket.orElseThrow();
        open.sendText(first, false).join();
        open.sendText(second, true).join();
    }

    public synchronized void sendBinary(byte[] bytes) {
        socket.orElseThrow().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public void hello(String clientId, Optional<Long> revision) {
        send("{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"%s\",\"revision\":%s}"
                .formatted(clientId, revision.map(String::valueOf).orElse("null")));
    }

    public void submit(long seq, long baseRevision, String delta) {
        send("{\"type\":\"submit\",\"seq\":%d,\"baseRevision\":%d,\"delta\":%s}".formatted(seq, baseRevision, delta));
    }

    /** Waits for the first message of this type that fits. */
    public JsonObject await1(String type, Predicate<JsonObject> fits) {
        return await("a " + type + " message")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> received.stream()
                                .filter(message -> message.getString("type").equals(type))
                                .filter(fits)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public JsonObject await1(String type) {
        return await1(type, message -> true);
    }

    /** Takes nothing in after the next message, not even pings, as a machine that sleeps. */
    public void stopReading() {
        reading = false;
    }

    public List<JsonObject> received() {
        return List.copyOf(received);
    }

    /** The changes received so far, in order. */
    public List<JsonObject> changes() {
        return received.stream()
                .filter(message -> message.getString("type").equals("changes"))
                .flatMap(message -> message.getJsonArray("changes").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    /** Waits for the server to close, and gives the code. */
    public int closeCode() {
        return closeCode.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closeCode.isDone();
    }

    /** Nothing is left to be done where the server closes it at the same time. */
    public void close() {
        socket.ifPresent(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(e -> {
                    if (open.isOutputClosed()) {
                        return open;
                    }
                    throw new CompletionException(e);
                })
                .join());
    }

    /** Breaks the connection without a word, as a lost network does. */
    public void abort() {
        socket.ifPresent(WebSocket::abort);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject message =
                    Json.createReader(new StringReader(partial.toString())).readObject();
            partial.setLength(0);
            received.add(message);
            listeners.forEach(listener -> listener.accept(message));
        }
        if (reading) {
            webSocket.request(1);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        if (reading) {
            webSocket.request(1);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode.completeExceptionally(error);
    }
}
