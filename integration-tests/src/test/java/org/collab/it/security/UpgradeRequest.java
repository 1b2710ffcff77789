package org.collab.it.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;

/** A WebSocket handshake by hand, for headers that clients do not let one set. */
final class UpgradeRequest {
    private UpgradeRequest() {}

    /** The extensions that the server agrees on in a handshake that succeeds; empty for none. */
    static Optional<String> extensions(Api api, String documentId, String offered) {
        try (Socket socket = new Socket(api.base().getHost(), api.base().getPort())) {
            socket.setSoTimeout(10_000);
            String request = String.join(
                    "\r\n",
                    "GET /ws/documents/" + documentId + "?ticket=" + api.ticket(documentId) + " HTTP/1.1",
                    "Host: " + api.base().getAuthority(),
                    "Origin: " + Wire.origin(api.base()),
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Protocol: collab.v1",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Extensions: " + offered,
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            List<String> head = head(socket);
            if (!head.get(0).contains(" 101 ")) {
                throw new AssertionError("not upgraded: " + head);
            }
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Extensions:", 0, 25))
                    .map(line -> line.substring(25).strip())
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> head(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString().lines().toList();
    }
}
