package org.collab.image.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.image.entity.Picture;

/**
 * A picture's pixels and nothing else of what was sent: no metadata, no places, no second meaning of the file. The size
 * is read from the header before anything is decoded; what is larger than a page needs is read with fewer pixels.
 */
final class Reencoding {
    /** Decoded, this takes 32 MB. */
    static final long KEPT_PIXELS = 8_000_000;

    private static final float QUALITY = 0.88f;

    private final long maxPixels;

    /** @param maxPixels the most that are taken */
    Reencoding(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** @throws CollabException {@code unsupported-media-type} or {@code too-large} */
    Picture of(byte[] bytes) {
        return of(bytes, UnaryOperator.identity());
    }

    /**
     * The middle of it, this many pixels a side.
     *
     * @throws CollabException {@code unsupported-media-type} or {@code too-large}
     */
    Picture square(byte[] bytes, int side) {
        return of(bytes, picture -> middle(picture, side));
    }

    private Picture of(byte[] bytes, UnaryOperator<BufferedImage> change) {
        ImageFormat format = ImageFormat.of(bytes)
                .orElseThrow(() -> new CollabException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "a picture must be a PNG, JPEG or GIF file"));
        try {
            BufferedImage pixels = read(format, bytes);
            int orientation = format == ImageFormat.JPEG ? ExifOrientation.of(bytes) : ExifOrientation.UPRIGHT;
            return write(format, change.apply(upright(pixels, orientation, format)));
        } catch (CollabException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers fail in many ways on what is no picture.
            throw new CollabException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "this picture cannot be read");
        }
    }

    /** Halved until it is nearly small enough: one step over more would skip pixels. */
    private static BufferedImage middle(BufferedImage picture, int side) {
        int edge = Math.min(picture.getWidth(), picture.getHeight());
        BufferedImage part =
                picture.getSubimage((picture.getWidth() - edge) / 2, (picture.getHeight() - edge) / 2, edge, edge);
        while (edge > side) {
            edge = Math.max(side, edge / 2);
            part = scaled(part, edge);
        }
        return edge == side ? part : scaled(part, side);
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        BufferedImage result = new BufferedImage(side, side, picture.getType());
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, side, side, null);
        graphics.dispose();
        return result;
    }

    private BufferedImage read(ImageFormat format, byte[] bytes) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.reader());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > maxPixels) {
                throw new CollabException(
                        ErrorCode.TOO_LARGE, "a picture may have at most " + maxPixels + " pixels, was " + pixels);
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
            ImageReadParam param = reader.getDefaultReadParam();
            if (step > 1) {
                param.setSourceSubsampling(step, step, 0, 0);
            }
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** Drawn anew; on white where the stored format knows no transparency. */
    private static BufferedImage upright(BufferedImage picture, int orientation, ImageFormat format) {
        boolean swaps = ExifOrientation.swapsSides(orientation);
        int width = swaps ? picture.getHeight() : picture.getWidth();
        int height = swaps ? picture.getWidth() : picture.getHeight();
        boolean isOpaque =
                format == ImageFormat.JPEG || !picture.getColorModel().hasAlpha();
        BufferedImage result =
                new BufferedImage(width, height, isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = result.createGraphics();
        if (isOpaque) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.drawImage(
                picture, ExifOrientation.upright(orientation, picture.getWidth(), picture.getHeight()), null);
        graphics.dispose();
        return result;
    }

    private static Picture write(ImageFormat format, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String name = format == ImageFormat.JPEG ? "jpeg" : "png";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name).next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == ImageFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Picture(format.storedType(), picture.getWidth(), picture.getHeight(), bytes.toByteArray());
    }
}
