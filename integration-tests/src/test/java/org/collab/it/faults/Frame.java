package org.collab.it.faults;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One WebSocket frame as bytes, right or wrong (RFC 6455, 5.2). */
final class Frame {
    static final int FIN = 0x80;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;

    private final int first;
    private final boolean masked;
    private final long declared;
    private final byte[] payload;

    /**
     * @param first FIN, the three reserved bits and the opcode
     * @param masked whether it is masked, as a client's must be
     * @param declared the length that the header tells, which need not be the payload's
     */
    private Frame(int first, boolean masked, long declared, byte[] payload) {
        this.first = first;
        this.masked = masked;
        this.declared = declared;
        this.payload = payload.clone();
    }

    static Frame of(int first, byte[] payload) {
        return new Frame(first, true, payload.length, payload);
    }

    /** A whole message. */
    static Frame text(String text) {
        return of(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    Frame unmasked() {
        return new Frame(first, false, declared, payload);
    }

    Frame declaring(long length) {
        return new Frame(first, masked, length, payload);
    }

    byte[] bytes(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int mark = masked ? 0x80 : 0;
        out.write(first);
        if (declared < 126) {
            out.write(mark | (int) declared);
        } else if (declared < 65_536) {
            out.write(mark | 126);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) declared).array());
        } else {
            out.write(mark | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(declared).array());
        }
        byte[] mask = new byte[4];
        if (masked) {
            random.nextBytes(mask);
            out.writeBytes(mask);
        }
        byte[] body = payload.clone();
        for (int i = 0; i < body.length; i++) {
            body[i] ^= mask[i % 4];
        }
        out.writeBytes(body);
        return out.toByteArray();
    }
}
