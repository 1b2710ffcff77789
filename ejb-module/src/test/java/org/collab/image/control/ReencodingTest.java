package org.collab.image.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.image.entity.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReencodingTest {
    private static final int SEED = 20_262;

    private final Reencoding reencoding = new Reencoding(1_000_000);

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpeg,image/jpeg", "gif,image/png"})
    void picture_of_a_known_format_is_encoded_anew(String format, String type) throws IOException {
        Picture picture = reencoding.of(encoded(picture(40, 20), format));
        assertThat(picture.type()).isEqualTo(type);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(20);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(isRed(read.getRGB(3, 3))).isTrue();
        assertThat(isRed(read.getRGB(35, 15))).isFalse();
    }

    @Test
    void S12_metadata_and_what_follows_the_picture_are_gone() throws IOException {
        byte[] jpeg = withExif(encoded(picture(40, 20), "jpeg"), 1, "GPS position of somebody's home");
        byte[] polyglot = Arrays.copyOf(jpeg, jpeg.length + 40);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(script, 0, polyglot, jpeg.length, script.length);
        String stored = new String(reencoding.of(polyglot).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(stored).doesNotContain("GPS").doesNotContain("Exif").doesNotContain("script");
    }

    /** A picture that is red in its upper left corner, as the camera held upright would have seen it. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void jpeg_is_turned_upright(int orientation, int redRight, int redBottom) throws IOException {
        Picture picture = reencoding.of(withExif(encoded(picture(40, 20), "jpeg"), orientation, ""));
        boolean turned = orientation >= 5;
        assertThat(picture.width()).isEqualTo(turned ? 20 : 40);
        assertThat(picture.height()).isEqualTo(turned ? 40 : 20);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        int x = redRight == 1 ? picture.width() - 4 : 3;
        int y = redBottom == 1 ? picture.height() - 4 : 3;
        assertThat(isRed(read.getRGB(x, y))).isTrue();
        assertThat(isRed(read.getRGB(picture.width() - 1 - x, picture.height() - 1 - y)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<html><script>alert(1)</script>",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                "GIF89a",
                "GIF89a<script>alert(1)</script>",
                "BM\u0000\u0000"
            })
    void S12_what_is_no_picture_is_refused(String file) {
        assertRefused(file.getBytes(StandardCharsets.ISO_8859_1), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void S12_size_is_read_before_anything_is_decoded() throws IOException {
        byte[] png = encoded(picture(4, 4), "png");
        // The header says 65,535 by 65,535, which decoded would take 17 GB.
        Arrays.fill(png, 18, 20, (byte) 0xff);
        Arrays.fill(png, 22, 24, (byte) 0xff);
        assertRefused(png, ErrorCode.TOO_LARGE);
    }

    @Test
    void picture_larger_than_a_page_needs_is_made_smaller() throws IOException {
        BufferedImage large = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        Picture picture = new Reencoding(40_000_000).of(encoded(large, "jpeg"));
        assertThat((long) picture.width() * picture.height()).isLessThanOrEqualTo(Reencoding.KEPT_PIXELS);
        assertThat(picture.width() * 3).isEqualTo(picture.height() * 4);
    }

    @Test
    void damaged_file_is_refused_or_read_but_fails_in_no_other_way() throws IOException {
        System.out.println("ReencodingTest: seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] intact = withExifIfJpeg(encoded(picture(40, 20), format), format);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = Arrays.copyOf(intact, 1 + random.nextInt(intact.length));
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(reencoding.of(damaged).bytes()).isNotEmpty();
                } catch (CollabException e) {
                    assertThat(e.code()).isIn(ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.TOO_LARGE);
                }
            }
        }
    }

    private void assertRefused(byte[] file, ErrorCode code) {
        assertThatThrownBy(() -> reencoding.of(file))
                .isInstanceOfSatisfying(
                        CollabException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** Blue, with a red upper left quarter. */
    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean isCorner = x < width / 2 && y < height / 2;
                picture.setRGB(x, y, (isCorner ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return picture;
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] withExifIfJpeg(byte[] file, String format) {
        return format.equals("jpeg") ? withExif(file, 6, "") : file;
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + exif.length + text.length;
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(jpeg, 0, 2);
        result.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        result.writeBytes(exif);
        result.writeBytes(text);
        result.write(jpeg, 2, jpeg.length - 2);
        return result.toByteArray();
    }
}
