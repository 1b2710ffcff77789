package org.collab.collaboration.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes made smaller for storage (zlib, RFC 1950, with its checksum). */
public final class Deflated {
    private Deflated() {}

    public static byte[] of(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, deflater)) {
            deflated.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException where the bytes are damaged */
    public static byte[] inflate(byte[] deflated) {
        try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
