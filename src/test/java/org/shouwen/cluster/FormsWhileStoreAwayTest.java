package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;

/** The place for files does not answer: whoever sends a form with one is told what was taken, and nothing is lost or doubled. */
class FormsWhileStoreAwayTest extends WhileStoreAway {
    private long additions(String text) {
        return jdbc.sql("select count(*) from intake.addition where text = :text")
                .param("text", text)
                .query(Long.class)
                .single();
    }

    /** @return the number of an appeal that this session has just sent */
    private static String asked(ScreenClient citizen) throws Exception {
        Map<String, String> form = Map.of("key", UUID.randomUUID().toString(), "content", "井盖松动", "location", "示例路1号");
        citizen.post("/ask/livelihood", form);
        return number(citizen.get("/ask/sent").body());
    }

    @Test
    void an_addition_is_heard_once_and_its_photo_may_come_alone_or_with_the_same_words() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        String number = asked(citizen);
        String more = "/lookup/" + number + "/additions";
        Map<String, String> words = Map.of("text", "今天又响了一夜");
        away();
        citizen.upload(more, words, "photo", "又.png", photo(2));
        assertThat(citizen.get("/lookup/" + number).body()).contains("又.png", LEFT, words.get("text"));
        back();
        citizen.upload(more, words, "photo", "又.png", photo(2));
        assertThat(citizen.get("/lookup/" + number).body()).doesNotContain(LEFT);
        assertThat(papers.of(number)).hasSize(1);
        citizen.upload(more, Map.of("text", ""), "photo", "再.png", photo(3));
        assertThat(papers.of(number)).hasSize(2);
        assertThat(additions("今天又响了一夜")).isEqualTo(1);
        assertThat(citizen.post(more, Map.of("text", " ")).statusCode())
                .as("neither words nor a file")
                .isEqualTo(422);
        clock.pass(Duration.ofMinutes(11));
        citizen.post(more, words);
        assertThat(additions("今天又响了一夜")).as("said anew").isEqualTo(2);
    }

    @Test
    void an_addition_with_more_files_than_an_appeal_may_have_says_so_and_is_heard_once() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        String number = asked(citizen);
        String more = "/lookup/" + number + "/additions";
        for (int i = 0; i < 4; i++) {
            int first = 100 + 5 * i;
            List<ScreenClient.Upload> five = new ArrayList<>();
            for (int j = 0; j < 5; j++) five.add(new ScreenClient.Upload("photo", j + ".png", photo(first + j)));
            citizen.upload(more, Map.of("text", ""), five);
            citizen.get("/lookup/" + number); // as a browser follows
        }
        assertThat(papers.of(number)).hasSize(20);
        HttpResponse<String> sent = citizen.upload(more, Map.of("text", "还有一张"), "photo", "多.png", photo(200));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(citizen.get("/lookup/" + number).body()).contains("还有一张", "文件最多 20 个");
        assertThat(additions("还有一张")).isEqualTo(1);
    }

    @Test
    void danger_is_taken_at_once_and_its_photo_may_be_sent_later() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        away();
        Map<String, String> form =
                Map.of("key", UUID.randomUUID().toString(), "content", "三楼着火了，有人被困", "location", "示例路9号");
        String page = citizen.upload("/ask/livelihood", form, "photo", "火.png", photo(4))
                .body();
        assertThat(page).contains("119", "有照片没有收下");
        String number = number(page);
        back();
        long said = additions("（补充了附件，没有文字）");
        citizen.upload("/lookup/" + number + "/additions", Map.of("text", ""), "photo", "火.png", photo(4));
        assertThat(papers.of(number)).hasSize(1);
        assertThat(additions("（补充了附件，没有文字）"))
                .as("whoever reads additions hears of it")
                .isEqualTo(said + 1);
        assertThat(times("三楼着火了，有人被困")).isEqualTo(1);
    }
}
