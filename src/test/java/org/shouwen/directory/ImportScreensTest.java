package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.tables.Spellings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 4: the page and the API for tables say first what they do not know, and show before and after on request. */
@ShouwenTest
class ImportScreensTest {
    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    private Unit heating() {
        return directory.unit(new UnitId("heating")).orElseThrow();
    }

    @Test
    void the_page_shows_what_would_change_and_then_takes_the_file_it_kept() throws Exception {
        ScreenClient admin = ScreenClient.as(port, "admin");
        byte[] file = "单位一览表,,\n单位,联系电话,邮编\n丹东市热力集团,0415-0000777,118000\n".getBytes(Spellings.GB18030);
        String before = heating().phone();
        HttpResponse<String> would = admin.upload(
                "/admin/units/imports", Map.of("what", "units", "dryRun", "true"), "file", "units.csv", file);
        assertThat(would.statusCode()).isEqualTo(200);
        assertThat(would.body()).contains("不认识的列：邮编", "试运行，没有改动", "第 3 行", "电话：“" + before + "”→“0415-0000777”");
        assertThat(heating().phone()).isEqualTo(before);
        Matcher kept = KEPT.matcher(would.body());
        assertThat(kept.find()).isTrue();
        String again = kept.group(1).replace("&#43;", "+");
        HttpResponse<String> done = admin.post("/admin/units/imports", Map.of("what", "units", "kept", again));
        assertThat(done.body()).contains("新增 0，修改 1，不变 0，未收 0");
        assertThat(heating().phone()).isEqualTo("0415-0000777");
    }

    @Test
    void a_wrong_table_and_none_at_all_are_said_in_words() throws Exception {
        ScreenClient admin = ScreenClient.as(port, "admin");
        HttpResponse<String> wrong = admin.upload(
                "/admin/units/imports",
                Map.of("what", "duties"),
                "file",
                "duties.csv",
                "matterclass,place,unit\na,,heating\nb,,heating\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).containsOnlyOnce("缺少列：事项类别 matter_class；不认识的列：matterclass");
        assertThat(admin.post("/admin/units/imports", Map.of("what", "units")).statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/admin/units/imports", Map.of("what", "units", "kept", "%%%"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/admin/units/imports", Map.of("what", "no-such", "kept", "YQ=="))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void templates_show_an_example_and_go_in_as_they_are() throws Exception {
        ScreenClient admin = ScreenClient.as(port, "admin");
        for (String what : Set.of("units", "officers", "duties", "places", "classes")) {
            byte[] template = admin.bytes("/admin/units/imports/template.csv?what=" + what);
            assertThat(new String(template, StandardCharsets.UTF_8))
                    .contains("\n# ", Set.of("units", "officers").contains(what) ? "电话" : "")
                    .doesNotContain("丹东");
            assertThat(admin.upload("/admin/units/imports", Map.of("what", what), "file", "t.csv", template)
                            .body())
                    .contains("新增 0，修改 0，不变 0，未收 0");
        }
        assertThat(new String(admin.bytes("/admin/calendar/template.csv"), StandardCharsets.UTF_8))
                .contains("日期,上班,名称");
    }

    @Test
    void the_calendar_page_reads_what_windows_wrote_and_offers_no_broken_names() throws Exception {
        ScreenClient admin = ScreenClient.as(port, "admin");
        byte[] file = "\"# 试件〔2026〕1号\"\r\n日期,上班,名称\r\n2027/1/1,FALSE,元旦\r\n".getBytes(Spellings.GB18030);
        HttpResponse<String> shown = admin.upload("/admin/calendar", Map.of(), "file", "2027.csv", file);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("# 试件〔2026〕1号", "2027-01-01,false,元旦").doesNotContain("\uFFFD");
        byte[] bad = "日期,上班,名称\n2027/1/1,FALSE,元旦\n2027/1/2,FALSE,元旦\n".getBytes(StandardCharsets.UTF_8);
        bad[bad.length - 3] = (byte) 0xFF;
        HttpResponse<String> refused = admin.upload("/admin/calendar", Map.of(), "file", "2027.csv", bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("第 3 行有无法识别的字符");
    }

    @Test
    void the_api_takes_a_table_as_it_is_and_only_says_what_would_change_when_asked() throws Exception {
        String token = accounts.token("personnel", Set.of(Role.ADMIN), null);
        byte[] file = "unit,section,name,phones\nheating,收费部,褚示甲,1\n".getBytes(StandardCharsets.UTF_16LE);
        String would = api(token, "?what=officers&dryRun=true", file);
        assertThat(would)
                .contains("\"dryRun\":true", "\"unknownHeadings\":[\"phones\"]", "\"added\":1", "\"after\":\"褚示甲\"");
        assertThat(directory.officers(new UnitId("heating")))
                .noneMatch(o -> o.name().equals("褚示甲"));
        assertThat(api(token, "?what=officers", file)).contains("\"dryRun\":false", "\"added\":1");
        assertThat(api(token, "?what=officers", file)).contains("\"unchanged\":1");
        assertThat(api(token, "?what=officers", "unit,name\nno-such,x\n".getBytes(StandardCharsets.UTF_8)))
                .contains("\"line\":2", "\"field\":\"unit\"", "no-such");
    }

    private String api(String token, String query, byte[] file) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/units/imports" + query))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
