package org.collab.it.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** One WebSocket whose owner never waits: messages go out in order, and the end is reported. */
final class Link implements WebSocket.Listener {
    /** What RFC 6455 calls a connection that has ended without a close frame. */
    static final int BROKEN = 1006;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<JsonObject> receiver;
    private final IntConsumer ended;
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<WebSocket> sent;

    /**
     * Begins to open the socket.
     *
     * @param ended called, maybe more than once, when the socket has not opened or has gone: with the code that it was
     *     closed with, or {@link #BROKEN}
     */
    Link(URI base, String documentId, String ticket, Consumer<JsonObject> receiver, IntConsumer ended) {
        this.receiver = receiver;
        this.ended = ended;
        URI uri = URI.create(
                "ws://" + base.getAuthority() + base.getPath() + "ws/documents/" + documentId + "?ticket=" + ticket);
        this.sent = HTTP.newWebSocketBuilder()
                .subprotocols("collab.v1")
                .header("Origin", "http://" + base.getAuthority())
                .connectTimeout(PATIENCE)
                .buildAsync(uri, this)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        report(sent);
    }

    synchronized void send(String text) {
        sent = sent.thenCompose(socket -> socket.sendText(text, true));
        report(sent);
    }

    /** Goes away without a word. */
    synchronized void abandon() {
        var unused = sent.whenComplete((socket, failure) -> {
            if (socket != null) {
                socket.abort();
            }
        });
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonObject message =
                    Json.createReader(new StringReader(partial.toString())).readObject();
            partial.setLength(0);
            receiver.accept(message);
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        ended.accept(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        ended.accept(BROKEN);
    }

    private void report(CompletableFuture<WebSocket> step) {
        var unused = step.exceptionally(failure -> {
            ended.accept(BROKEN);
            throw new CompletionException(failure);
        });
    }
}
