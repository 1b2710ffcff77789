package org.collab.collaboration.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes and whole numbers one after the other; small numbers take one byte. A column of a chunk while it is written. */
public final class ChunkColumn {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Seven bits a byte, the lowest first; the highest bit tells that more follow. */
    public void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** A number that may be negative: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    public void raw(byte[] value) {
        bytes.writeBytes(value);
    }

    /** Puts a whole column in, with its length before it. */
    public void column(ChunkColumn column) {
        number(column.bytes.size());
        raw(column.toBytes());
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** A column of a chunk while it is read. */
    public static final class Reader {
        private final ByteBuffer bytes;

        public Reader(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        public long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes.get();
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        public int size() {
            return Math.toIntExact(number());
        }

        public long signed() {
            long value = number();
            return (value >>> 1) ^ -(value & 1);
        }

        public byte[] raw(int length) {
            if (length > bytes.remaining()) {
                throw new IllegalArgumentException(length + " bytes expected, " + bytes.remaining() + " left");
            }
            byte[] value = new byte[length];
            bytes.get(value);
            return value;
        }

        public Reader column() {
            return new Reader(ByteBuffer.wrap(raw(size())));
        }
    }
}
