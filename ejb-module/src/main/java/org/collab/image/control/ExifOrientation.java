package org.collab.image.control;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, which it notes beside a JPEG's pixels: 1 to 8, of which 1 is upright. Whatever is damaged
 * counts as upright.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final int EXIF_SEGMENT = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    static int of(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        for (int at = 2; at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff; ) {
            int marker = jpeg[at + 1] & 0xff;
            int length = bytes.getShort(at + 2) & 0xffff;
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            int end = at + 2 + length;
            if (marker == EXIF_SEGMENT && end <= jpeg.length && isExif(jpeg, at + 4)) {
                int start = at + 4 + EXIF.length;
                return inTiff(ByteBuffer.wrap(jpeg, start, end - start).slice());
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] jpeg, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (at + i >= jpeg.length || jpeg[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static int inTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) entry) & 0xffff) == ORIENTATION_TAG) {
                int value = tiff.getShort((int) entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** Brings a picture of this size upright, its corner at the origin. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
