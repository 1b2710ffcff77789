package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S8: connections that ask for much and say little. Slow readers are among the faults ({@link Fault}). */
@ExtendWith(SharedProduct.class)
class FloodIT {
    private static final int HALF_OPEN = 200;
    private static final int SILENT = 50;
    private static final int LONG_FRAMES = 50;
    private static final int LONGEST_FRAME = 256 * 1024;
    private static final long MOST_GROWTH = 64L << 20;

    @Test
    void S8_half_open_silent_and_maximum_length_connections_leave_the_heap_bounded(Product product) throws IOException {
        Api ana = Api.newUser(product.uri(), "Ana");
        String document = ana.createDocument(ana.createRoom("Flooded"), "A document");
        long before = Heap.live(product.server());
        List<AutoCloseable> open = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                RawSocket socket = new RawSocket(product.uri());
                open.add(socket);
                socket.send("GET /ws/documents/x HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < SILENT; i++) {
                open.add(Wire.open(ana, document)::abort);
            }
            for (int i = 0; i < LONG_FRAMES; i++) {
                open.add(longFrame(product, ana, document));
            }

            assertThat(Heap.live(product.server()) - before)
                    .as("bytes that the heap has grown by")
                    .isLessThan(MOST_GROWTH);
            Wire wire = Wire.open(ana, document);
            open.add(wire::abort);
            wire.hello("00000000-0000-4000-8000-000000000001", Optional.empty());
            wire.await1("welcome");
        } finally {
            for (AutoCloseable connection : open) {
                closed(connection);
            }
        }
    }

    /** Announces the longest message, sends all of it but the end, and waits. */
    private static RawSocket longFrame(Product product, Api ana, String document) throws IOException {
        RawSocket socket = new RawSocket(product.uri());
        String request = String.join(
                "\r\n",
                "GET /ws/documents/" + document + "?ticket=" + ana.ticket(document) + " HTTP/1.1",
                "Host: " + product.uri().getAuthority(),
                "Origin: " + Wire.origin(product.uri()),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        socket.send(request.getBytes(StandardCharsets.US_ASCII));
        socket.readHead();
        assertThat(socket.text()).startsWith("HTTP/1.1 101");
        byte[] most = "x".repeat(LONGEST_FRAME - 1).getBytes(StandardCharsets.US_ASCII);
        socket.send(
                Frame.of(Frame.FIN | Frame.TEXT, most).declaring(LONGEST_FRAME).bytes(new Random(1)));
        return socket;
    }

    private static void closed(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            throw new AssertionError("a connection could not be closed", e);
        }
    }
}
