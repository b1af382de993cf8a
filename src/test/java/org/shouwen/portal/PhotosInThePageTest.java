package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos as today's telephones take them arrive; what can't be taken is named, and the others are kept. */
class PhotosInThePageTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    private static FilePayload photo(String name, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }

    private static FilePayload heic(String name) {
        byte[] bytes = ("\0\0\0\u0018ftypheic\0\0\0\0mif1heic" + "x".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);
        return new FilePayload(name, "image/heic", bytes);
    }

    private List<Long> sizes(String content) {
        return jdbc.sql("""
                        select p.size from papers.paper p join intake.appeal a on p.subject = 'appeal/' || a.number
                        where a.content = :content order by p.id
                        """).param("content", content).query(Long.class).list();
    }

    @Test
    void large_photos_are_made_smaller_in_the_page_and_what_can_not_be_taken_is_named() throws IOException {
        Page person = page(390, 844);
        person.navigate("/ask/livelihood");
        person.fill("[name=content]", "三张照片：路面塌了一块");
        FilePayload large = photo("大图.jpg", 8000, 6000);
        FilePayload film = new FilePayload("现场.MOV", "video/quicktime", new byte[11 * 1024 * 1024]);
        person.setInputFiles(
                "[name=photo]", new FilePayload[] {photo("小图.jpg", 640, 480), large, heic("IMG_0001.HEIC"), film});
        assertThat(person.locator("[name=photo]")).not().hasAttribute("data-busy", "yes");
        assertThat(person.locator("p[role=status]")).containsText("“现场.MOV”超过 10 MB");
        assertThat(person.evaluate("[...document.querySelector('[name=photo]').files].map(f => f.name).join()"))
                .isEqualTo("小图.jpg,大图.jpg,IMG_0001.HEIC");
        person.evaluate("document.getElementById('ask').submit()");
        person.waitForURL("**/ask/sent");
        assertThat(person.locator("#left")).containsText("“IMG_0001.HEIC”是 HEIC 照片");
        shot(person, "portal-photo-left");
        assertThat(sizes("三张照片：路面塌了一块")).hasSize(2).allMatch(size -> size < large.buffer.length);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void without_script_a_photo_of_48_megapixels_is_made_smaller_where_it_is_shown() throws IOException {
        Page person = page(390, 844);
        person.route("**/shell/photos.js", route -> route.abort());
        person.navigate("/ask/livelihood");
        person.fill("[name=content]", "没有脚本：路面塌了一块");
        person.setInputFiles("[name=photo]", new FilePayload[] {photo("大图.jpg", 8000, 6000), heic("IMG_0002.jpg")});
        person.evaluate("document.getElementById('ask').submit()");
        person.waitForURL("**/ask/sent");
        assertThat(person.locator("#left")).containsText("IMG_0002.jpg");
        assertThat(sizes("没有脚本：路面塌了一块")).hasSize(1);
        person.click("a:has-text('查看进度')");
        person.waitForSelector(".sw-photos img");
        Object width = person.evaluate("""
                async () => { const i = document.querySelector('.sw-photos img'); await i.decode(); return i.naturalWidth; }""");
        assertThat(width).isEqualTo(240);
        scriptErrors.clear(); // the script that was kept away is one
    }
}
