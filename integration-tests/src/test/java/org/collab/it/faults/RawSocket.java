package org.collab.it.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A TCP connection to the product, and what came back over it. Not thread-safe. */
final class RawSocket implements AutoCloseable {
    private static final int READ_MILLIS = 2_000;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RawSocket(URI product) throws IOException {
        socket = new Socket(product.getHost(), product.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS);
    }

    /** @throws IOException where the other side has gone */
    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Reads what is there, without waiting. */
    void readReady() throws IOException {
        InputStream in = socket.getInputStream();
        while (in.available() > 0) {
            received.write(in.readNBytes(in.available()));
        }
    }

    /** Reads the answer to the handshake. */
    void readHead() throws IOException {
        while (!text().contains("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return;
            }
            received.write(next);
        }
    }

    /** Says that nothing more comes, and reads until the other side ends or says nothing for a while. */
    void readToEnd() {
        try {
            socket.shutdownOutput();
            received.write(socket.getInputStream().readAllBytes());
        } catch (SocketTimeoutException e) {
            // it keeps the connection; that is its right
        } catch (IOException e) {
            // it has broken the connection; that too
        }
    }

    /** Everything that came, one character a byte. */
    String text() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
