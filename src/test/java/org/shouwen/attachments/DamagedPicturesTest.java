package org.shouwen.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A damaged picture is refused by name, or stands in the page as one that can not be shown; it never breaks the page. */
class DamagedPicturesTest {
    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < 120; x++) for (int y = 0; y < 90; y++) image.setRGB(x, y, random.nextInt());
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(10, 10, 30, 30);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int at(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void a_PNG_that_was_cut_off_is_refused_by_name() throws IOException {
        byte[] whole = picture("png");
        for (int length : new int[] {9, 20, 33, 60, whole.length / 2, whole.length - 13})
            assertThatThrownBy(() -> AcceptedFiles.check("photo", "现场.png", Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            e -> assertThat(e.fields().getFirst().args()).contains("现场.png"));
        assertThat(AcceptedFiles.check("photo", "现场.png", whole)).isEqualTo("image/png");
    }

    @Test
    void bytes_behind_the_end_do_no_harm() throws IOException {
        for (String format : new String[] {"png", "jpg"}) {
            byte[] whole = picture(format);
            byte[] longer = Arrays.copyOf(whole, whole.length + 500);
            AcceptedFiles.check("photo", "a." + format, longer);
            assertThat(Photos.view(longer, Photos.SMALL)).isPresent();
        }
    }

    @Test
    void a_PNG_whose_picture_is_damaged_is_shown_as_one_that_can_not_be_shown() throws IOException {
        byte[] bad = picture("png");
        int data = at(bad, "IDAT") + 4;
        Arrays.fill(bad, data, data + 40, (byte) 0x55);
        assertThat(AcceptedFiles.check("photo", "a.png", bad)).isEqualTo("image/png");
        ResponseEntity<byte[]> answer = Served.picture(bad, Photos.SMALL);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentType())
                .matches(t -> t.isCompatibleWith(MediaType.parseMediaType("image/svg+xml")));
    }

    @Test
    void what_is_said_instead_is_in_the_readers_language() {
        assertThat(new String(NoPreview.svg(Locale.CHINA), StandardCharsets.UTF_8))
                .contains("无法预览");
        assertThat(new String(NoPreview.svg(Locale.ENGLISH), StandardCharsets.UTF_8))
                .contains("can not be shown")
                .doesNotContain("无法");
    }

    /** Four hundred pictures of each format with a few bytes changed: each is refused or shown, nothing else comes out. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void whatever_is_wrong_with_a_picture_the_answer_is_a_refusal_or_a_picture(String format) throws IOException {
        byte[] whole = picture(format);
        Random random = new Random(41);
        for (int i = 0; i < 400; i++) {
            byte[] bad =
                    random.nextInt(3) == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
            for (int n = random.nextInt(6); n >= 0; n--)
                bad[random.nextInt(Math.min(bad.length, random.nextBoolean() ? 80 : bad.length))] =
                        (byte) random.nextInt(256);
            try {
                AcceptedFiles.check("photo", "x", bad);
            } catch (BadInput e) {
                continue;
            }
            assertThat(Served.picture(bad, Photos.SMALL).getBody()).isNotEmpty();
        }
    }
}
