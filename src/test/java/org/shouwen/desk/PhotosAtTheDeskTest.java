package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;

/** What can't be taken of several files is named where they are chosen, and the others stay chosen: at the desk as on the portal. */
class PhotosAtTheDeskTest extends BrowserTest {
    private static FilePayload photo(String name, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }

    @Test
    void a_photo_that_can_not_be_opened_is_named_and_the_others_stay_chosen() throws IOException {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        byte[] heic = ("\0\0\0\u0018ftypheic\0\0\0\0mif1heic" + "x".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);
        agent.setInputFiles("[name=photo]", new FilePayload[] {
            photo("阳台.jpg", 640, 480),
            new FilePayload("IMG_2041.HEIC", "image/heic", heic),
            photo("大图.jpg", 8000, 6000),
            new FilePayload("录音.mp3", "audio/mpeg", new byte[11 * 1024 * 1024])
        });
        assertThat(agent.locator("[name=photo]")).not().hasAttribute("data-busy", "yes");
        assertThat(agent.locator("p[role=status]:has-text('HEIC')"))
                .containsText("“IMG_2041.HEIC”是 HEIC 照片，这里打不开，没有选上");
        assertThat(agent.locator("p[role=status]:has-text('HEIC')")).containsText("“录音.mp3”超过 10 MB");
        assertThat(agent.evaluate("[...document.querySelector('[name=photo]').files].map(f => f.name).join()"))
                .isEqualTo("阳台.jpg,大图.jpg");
        shot(agent, "desk-photo-not-chosen");
    }

    @Test
    void every_field_of_staff_that_takes_several_files_looks_at_them_there() throws IOException {
        Pattern field = Pattern.compile("<input[^>]*type=\"file\"[^>]*multiple[^>]*>");
        int seen = 0;
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                if (page.endsWith("shell/session-over.html")) continue; // sends what was chosen before once more
                String text = Files.readString(page);
                List<String> fields =
                        field.matcher(text).results().map(m -> m.group()).toList();
                assertThat(fields).as(page.toString()).allMatch(f -> f.contains("data-shrink"));
                if (!fields.isEmpty()) assertThat(text).contains("/shell/photos.js");
                seen += fields.size();
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(9);
    }
}
