package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.embedded.RealProcesses;

/** The place for files does not answer while somebody sends words and a photo: the words are taken once, and the page says so. */
class StoreAwayTest extends RealProcesses {
    private static final String LEFT = "现在存不上";

    private Path papers;

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "SHOUWEN_STORE",
                folder.resolve("shared").toString(),
                "SHOUWEN_SUGGESTIONS",
                "false",
                "SHOUWEN_STARTER",
                "");
    }

    @BeforeAll
    void a_server() throws Exception {
        papers = folder.resolve("shared/papers");
        awaitUp(start(home, port));
    }

    /** A file where its folder should be: nothing can be written there. */
    private void away() throws IOException {
        if (Files.isDirectory(papers)) Files.move(papers, folder.resolve("kept"));
        Files.createDirectories(papers.getParent());
        Files.writeString(papers, "");
    }

    private void back() throws IOException {
        Files.delete(papers);
        if (Files.isDirectory(folder.resolve("kept"))) Files.move(folder.resolve("kept"), papers);
    }

    private static byte[] photo(int colour) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String number(String page) {
        Matcher m = Pattern.compile("\\d{8}-\\d{6}").matcher(page);
        assertThat(m.find()).as(page).isTrue();
        return m.group();
    }

    private static long times(String page, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(page).results().count();
    }

    @Test
    void a_form_of_the_portal_is_taken_and_its_photo_comes_with_the_same_form_later() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        Map<String, String> form = Map.of("key", UUID.randomUUID().toString(), "content", "井盖松动", "location", "示例路1号");
        away();
        HttpResponse<String> sent = citizen.upload("/ask/livelihood", form, "photo", "井盖.png", photo(1));
        assertThat(sent.statusCode()).isEqualTo(302);
        String page = citizen.get("/ask/sent").body();
        assertThat(page).contains("已收到", "井盖.png", LEFT);
        String number = number(page);
        back();
        citizen.upload("/ask/livelihood", form, "photo", "井盖.png", photo(1));
        assertThat(citizen.get("/ask/sent").body()).contains(number).doesNotContain(LEFT);
        assertThat(times(citizen.get("/lookup/" + number).body(), "<img")).isEqualTo(1);

        away();
        citizen.upload("/lookup/" + number + "/additions", Map.of("text", "今天又响了一夜"), "photo", "又.png", photo(2));
        String progress = citizen.get("/lookup/" + number).body();
        assertThat(progress).contains("又.png", LEFT);
        assertThat(times(progress, "今天又响了一夜")).as("the words are there").isEqualTo(1);
        back();
    }

    @Test
    void an_appeal_that_an_agent_takes_is_taken_and_the_next_page_names_the_file() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        Map<String, String> form = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "channel",
                "phone",
                "kind",
                "consultation",
                "title",
                "办证要带什么",
                "content",
                "问办证要带什么",
                "location",
                "示例路2号",
                "outcome",
                "answered"));
        form.put("answer", "带身份证");
        form.put("phone", "13800000003");
        away();
        HttpResponse<String> sent = agent.upload("/desk/intake", form, "photo", "照片.png", photo(3));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String page = agent.get("/desk/intake/done").body();
        assertThat(page).contains("诉求已经收下", "照片.png", LEFT);
        back();
        agent.upload("/desk/intake", form, List.of(new ScreenClient.Upload("photo", "照片.png", photo(3))));
        String again = agent.get("/desk/intake/done").body();
        assertThat(number(again)).isEqualTo(number(page));
        assertThat(again).doesNotContain(LEFT);
    }
}
