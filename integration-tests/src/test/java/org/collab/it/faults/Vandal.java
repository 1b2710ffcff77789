package org.collab.it.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collab.it.client.Api;

/**
 * A signed-in user whose client talks nonsense, connection after connection. Keeps some of them open and silent, and
 * looks for what no answer may hold. Not thread-safe.
 */
final class Vandal implements AutoCloseable {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "HTTP/1\\.[01] 5\\d\\d|\\bat [\\w.$/]+\\([\\w.]+(:\\d+)?\\)|[a-z]\\w*\\.[A-Z]\\w*(Exception|Error)\\b");
    private static final int MOST_KEPT = 40;
    private static final int HALF_A_FRAME = 3_500_000;

    private final Api api;
    private final List<String> documents;
    private final Random random;
    private final List<RawSocket> kept = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private String said = "";
    private int connections;
    private int frames;

    /** @param documents to which the user may connect */
    Vandal(Api api, List<String> documents, Random random) {
        this.api = api;
        this.documents = documents;
        this.random = random;
    }

    int connections() {
        return connections;
    }

    int frames() {
        return frames;
    }

    /** What the product should not have answered. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** One connection, from a handshake to some end. */
    void connectOnce() throws IOException {
        connections++;
        Nonsense nonsense = new Nonsense(random);
        RawSocket socket = new RawSocket(api.base());
        try {
            boolean open = shakeHands(socket, nonsense);
            if (open) {
                talk(socket, nonsense);
            }
        } catch (IOException e) {
            // it was hung up on; what came before is judged
        }
        end(socket);
        judge(socket.text());
    }

    @Override
    public void close() {
        kept.forEach(RawSocket::close);
    }

    private boolean shakeHands(RawSocket socket, Nonsense nonsense) throws IOException {
        String document = documents.get(random.nextInt(documents.size()));
        String path = "/ws/documents/" + document + "?ticket=" + api.ticket(document);
        String host = api.base().getAuthority();
        boolean right = random.nextInt(8) > 0;
        String head = right
                ? "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: collab.v1\r\n\r\n"
                : nonsense.handshake(path, host);
        said = head;
        socket.send(head.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        socket.readHead();
        return socket.text().startsWith("HTTP/1.1 101");
    }

    private void talk(RawSocket socket, Nonsense nonsense) throws IOException {
        if (random.nextInt(5) > 0) {
            socket.send(nonsense.hello().bytes(random));
        }
        for (int left = random.nextInt(30); left >= 0; left--) {
            for (Frame frame : nonsense.next()) {
                frames++;
                socket.send(frame.bytes(random));
            }
            socket.readReady();
        }
    }

    private void end(RawSocket socket) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> socket.reset();
            case 1 -> keep(socket);
            default -> {
                socket.readToEnd();
                socket.close();
            }
        }
    }

    /** Stays there with most of a large frame sent, and never the rest. */
    private void keep(RawSocket socket) {
        kept.add(socket);
        try {
            Frame half =
                    Frame.of(Frame.FIN | Frame.TEXT, new byte[HALF_A_FRAME]).declaring(HALF_A_FRAME + 1);
            socket.send(half.bytes(random));
        } catch (IOException e) {
            // it was hung up on before
        }
        if (kept.size() > MOST_KEPT) {
            kept.remove(0).close();
        }
    }

    private void judge(String text) {
        Matcher found = FORBIDDEN.matcher(text);
        if (found.find()) {
            int from = Math.max(0, found.start() - 200);
            findings.add(text.substring(from, Math.min(text.length(), found.end() + 200)) + "\nin answer to " + said);
        }
    }
}
