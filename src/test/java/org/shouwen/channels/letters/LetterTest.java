package org.shouwen.channels.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.Appeals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 12: a scanned letter is a draft beside its picture, and goes in only when a clerk has confirmed it. */
@ShouwenTest
class LetterTest {
    private static final List<String> LINES = List.of("我家住在振兴区三号楼", "楼道里的灯坏了三个月", "请派人来修理");

    @LocalServerPort
    int port;

    @Autowired
    Appeals appeals;

    @Autowired
    AppealPapers papers;

    static byte[] page() throws IOException {
        BufferedImage picture = new BufferedImage(900, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 900, 400);
        g.setColor(Color.BLACK);
        g.setFont(new Font("Noto Serif CJK SC", Font.PLAIN, 44));
        for (int i = 0; i < LINES.size(); i++) g.drawString(LINES.get(i), 60, 90 + 100 * i);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    @Test
    void the_clerk_confirms_what_was_read_and_the_scan_is_the_appeals_paper() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        String place = agent.upload("/letters", Map.of(), "scan", "张三的信.png", page())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String path = place.substring(place.indexOf("/letters"));
        assertThat(agent.get("/letters").body()).contains(path);
        assertThat(agent.get(path).body()).contains("确认收件", path + "/picture");
        assertThat(agent.get(path + "/picture").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(agent.post(path, Map.of("content", "", "name", "张三")).statusCode())
                .isEqualTo(422);
        String to = agent.post(path, Map.of("content", String.join("", LINES), "name", "张三", "phone", "13811117801"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String number = to.replaceAll(".*/", "");
        assertThat(appeals.get(number).channel()).isEqualTo("letter");
        assertThat(papers.of(number)).hasSize(1);
        assertThat(agent.get(path).statusCode()).isEqualTo(404);
        assertThat(agent.upload("/letters", Map.of(), "scan", "x.png", new byte[] {1, 2})
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void printed_chinese_is_read_and_a_missing_program_leaves_the_typing_to_the_clerk() throws Exception {
        assertThat(new LetterReader("no-such-program", 5).read(page())).isEmpty();
        var read = new LetterReader("tesseract", 30).read(page());
        Assumptions.assumeTrue(read.isPresent(), "tesseract with chi_sim is not installed");
        assertThat(read.get().replace("\n", "")).isEqualTo(String.join("", LINES));
    }

    @Test
    void blanks_that_the_program_puts_between_characters_go_and_those_between_words_stay() {
        assertThat(LetterReader.joined("我 家 住 在 3 号 楼 ， 电 话 0415 1234\f")).isEqualTo("我家住在3号楼，电话0415 1234");
    }
}
