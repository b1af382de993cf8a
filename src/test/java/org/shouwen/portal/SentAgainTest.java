package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Citizen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that is sent twice: all of it is compared, nothing of it is dropped, and it stays one appeal. */
class SentAgainTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    private long appeals(String words) {
        return jdbc.sql("select count(*) from intake.appeal where content = :words")
                .param("words", words)
                .query(Long.class)
                .single();
    }

    private static void fill(Page phone, String words) {
        phone.fill("textarea[name=content]", words);
        phone.fill("input[name=location]", "试件路1号");
        phone.fill("input[name=name]", "李测试");
        phone.fill("input[name=phone]", "13900000011");
    }

    @Test
    void a_photo_added_after_going_back_comes_to_the_first_appeal() throws Exception {
        Page phone = page(390, 844);
        phone.route("**/ask.js", com.microsoft.playwright.Route::abort);
        phone.navigate("/ask/livelihood");
        fill(phone, "试件：井盖松动一");
        phone.click("#send");
        String number = phone.locator("#number").textContent();
        phone.goBack();
        assertThat(phone.locator("main")).containsText("您刚提交过一件，编号 " + number);
        shot(phone, "portal-back");
        fill(phone, "试件：井盖松动一");
        phone.setInputFiles("input[name=photo]", new FilePayload("a.png", "image/png", png()));
        phone.click("#send");
        assertThat(phone.locator("main")).containsText("加入了同一件诉求");
        assertThat(phone.locator("#number")).hasText(number);
        assertThat(appeals("试件：井盖松动一")).isEqualTo(1);
        phone.navigate("/lookup/" + number);
        assertThat(phone.locator(".sw-photos img")).hasCount(1);
    }

    @Test
    void other_words_around_the_same_matter_are_offered_as_an_addition_and_another_matter_is_another_appeal()
            throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> hidden = citizen.hidden("/ask/livelihood");
        citizen.post("/ask/livelihood", hidden, Map.of("content", "试件：井盖松动二", "location", "试件路2号"));
        String again = citizen.post("/ask/livelihood", hidden, Map.of("content", "试件：井盖松动二", "location", "试件路2号东侧"))
                .body();
        assertThat(again).contains("这件诉求已经提交过", "补充到这一件", "另外提交一件");
        assertThat(citizen.post("/ask/livelihood", hidden, Map.of("content", "试件：井盖松动二，改了话", "location", "试件路2号"))
                        .body())
                .as("the same form with other words")
                .contains("这件诉求已经提交过", "改了话");
        assertThat(appeals("试件：井盖松动二")).isEqualTo(1);
        assertThat(appeals("试件：井盖松动二，改了话")).isZero();
        Map<String, String> fresh = citizen.hidden("/ask/livelihood");
        assertThat(citizen.post("/ask/livelihood", fresh, Map.of("content", "试件：路灯不亮", "location", "别处"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(appeals("试件：路灯不亮")).isEqualTo(1);
        assertThat(citizen.post(
                                "/ask/livelihood",
                                citizen.hidden("/ask/livelihood"),
                                Map.of("content", "试件：路灯不亮", "location", "再一处", "another", "yes"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(appeals("试件：路灯不亮")).isEqualTo(2);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
