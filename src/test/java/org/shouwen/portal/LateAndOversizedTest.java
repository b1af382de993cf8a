package org.shouwen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.Citizen;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarm;
import org.shouwen.appeal.DangerAlarms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 8.3: no file that is too large and no session that ended keeps words of danger from the desk. */
@ShouwenTest
class LateAndOversizedTest {
    private static final String DANGER = "锦山大街8号楼着火了，老人还困在六楼";
    private static final Map<String, String> LATE = Map.of("_csrf", "of-a-session-that-ended", "key", "late-1");

    @LocalServerPort
    int port;

    @Autowired
    Appeals appeals;

    @Autowired
    DangerAlarms alarms;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void danger_in_a_form_that_came_too_late_is_taken_at_once() throws Exception {
        Map<String, String> typed = Map.of("content", DANGER, "phone", "13800001234", "location", "锦山大街8号楼");
        HttpResponse<String> page = new Citizen(port).post("/ask/complaint", LATE, typed);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().indexOf("href=\"tel:119\"")).isPositive();
        Appeal a = appeals.get(number(page.body()));
        assertThat(a.words().content()).isEqualTo(DANGER);
        assertThat(a.words().kind()).isEqualTo("complaint");
        assertThat(alarms.find(a.id())).get().matches(DangerAlarm::open);
    }

    @Test
    void danger_added_to_an_earlier_appeal_after_the_session_is_an_appeal_of_its_own() throws Exception {
        HttpResponse<String> page =
                new Citizen(port).post("/lookup/20260101-000001/additions", LATE, Map.of("text", DANGER));
        assertThat(page.body()).contains("tel:119");
        assertThat(appeals.get(number(page.body())).words().content()).isEqualTo(DANGER);
    }

    @Test
    void other_words_come_back_and_nothing_is_taken() throws Exception {
        long before = count();
        HttpResponse<String> page = new Citizen(port).post("/ask/complaint", LATE, Map.of("content", "试件：窗口态度不好"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("试件：窗口态度不好");
        assertThat(count()).isEqualTo(before);
        Citizen curious = new Citizen(port);
        HttpResponse<String> straight =
                curious.post("/ask/late", curious.hidden("/ask/complaint"), Map.of("content", DANGER));
        assertThat(straight.body()).as("nobody comes to the page by itself").doesNotContain("tel:119");
    }

    @Test
    void danger_is_seen_beside_a_photo_that_is_too_large() throws Exception {
        HttpResponse<String> page = upload("/ask/livelihood", Map.of("content", DANGER), 33 * 1024 * 1024);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("tel:119", "有照片没有收下");
        Appeal a = appeals.get(number(page.body()));
        assertThat(a.words().content()).isEqualTo(DANGER);
        assertThat(alarms.find(a.id())).isPresent();
    }

    @Test
    void of_one_file_too_large_in_a_form_that_is_not_the_words_are_kept_too() throws Exception {
        HttpResponse<String> page = upload("/ask/livelihood", Map.of("content", DANGER), 32 * 1024 * 1024 + 500_000);
        assertThat(page.body()).contains("tel:119");
    }

    @Test
    void other_words_beside_a_photo_that_is_too_large_come_back_with_a_word_at_the_photo() throws Exception {
        long before = count();
        HttpResponse<String> page = upload(
                "/ask/livelihood", Map.of("content", "试件：路灯不亮", "location", "试件路9号", "name", "李试"), 33 * 1024 * 1024);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("试件：路灯不亮", "试件路9号", "李试", "照片或材料太大");
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from intake.appeal").query(Long.class).single();
    }

    private static String number(String page) {
        var m = Pattern.compile("id=\"number\">([^<]+)<").matcher(page);
        assertThat(m.find()).as(page).isTrue();
        return m.group(1);
    }

    /** As a browser without script sends it: words and file in the order of the page. */
    private HttpResponse<String> upload(String path, Map<String, String> typed, int bytes) throws Exception {
        String form = http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Map<String, String> all = new LinkedHashMap<>();
        var hidden =
                Pattern.compile("name=\"(_csrf|key)\"[^>]*value=\"([^\"]*)\"").matcher(form);
        while (hidden.find()) all.put(hidden.group(1), hidden.group(2));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, all, "_csrf");
        part(body, typed, "content");
        body.write(
                "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.write(new byte[bytes]);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        for (String field : typed.keySet()) if (!field.equals("content")) part(body, typed, field);
        part(body, all, "key");
        body.write("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, Map<String, String> of, String field) throws IOException {
        body.write("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(field, of.get(field))
                .getBytes(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
