package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.reporting.BriefWeek.BUREAU;
import static org.shouwen.reporting.BriefWeek.next;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.jobs.Job;
import org.shouwen.reporting.briefs.Brief;
import org.shouwen.reporting.briefs.BriefDocument;
import org.shouwen.reporting.briefs.BriefText;
import org.shouwen.reporting.briefs.Briefs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Briefs on their pages, and what they quote forgotten with the person (Art. 2, 21). */
@ShouwenTest
class BriefPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Briefs briefs;

    @Autowired
    BriefDocument document;

    @Autowired
    List<Job> jobs;

    private BriefWeek week() {
        return new BriefWeek(cases, clock, briefs, document, jobs);
    }

    @Test
    void with_the_person_the_samples_and_what_was_written_of_them_are_forgotten() throws Exception {
        Brief b = week().of(LocalDate.parse("2054-11-09"));
        BriefText t = b.latest().text();
        briefs.edit(b.id(), 1, next(t, "群众姬伯安反映不热。", ""), BUREAU);
        clock.pass(Duration.ofDays(366 * 20));
        week().run("retention");
        Brief after = briefs.get(b.id(), BUREAU);
        assertThat(after.samples())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.gone()).isTrue());
        assertThat(after.latest().text().overview()).doesNotContain("姬伯安").contains("反映不热");
        assertThat(week().words(after)).contains("样例的诉求人信息已到期销毁").doesNotContain("天不热");
    }

    @Test
    void on_the_page_it_is_edited_by_the_bureau_and_read_by_leaders_when_sent() throws Exception {
        Brief b = week().of(LocalDate.parse("2055-11-15"));
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/briefs").body()).contains("2055-11-15", "可修改");
        assertThat(bureau.get("/briefs/" + b.id()).body()).contains("暖气不热", "保存为新版本");
        Map<String, String> form = new HashMap<>(Map.of("on", "1", "title", "", "overview", "页面上改的"));
        for (int i = 0; i < b.data().risings().size(); i++) form.put("rises", "停热检修");
        assertThat(bureau.post("/briefs/" + b.id() + "/versions", form).statusCode())
                .as("no title")
                .isEqualTo(422);
        form.put("title", "周报");
        assertThat(bureau.post("/briefs/" + b.id() + "/versions", form).statusCode())
                .isEqualTo(302);
        assertThat(bureau.bytes("/briefs/" + b.id() + "/brief.docx?version=2")).startsWith('P', 'K');
        assertThat(bureau.post("/briefs/" + b.id() + "/sendings", Map.of("on", "2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(bureau.get("/briefs/" + b.id()).body()).contains("页面上改的").doesNotContain("保存为新版本");
        assertThat(bureau.post("/briefs/plans", Map.of("kind", "WEEKLY", "day", "9"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(bureau.post("/briefs/plans", Map.of("kind", "WEEKLY", "day", "3"))
                        .statusCode())
                .isEqualTo(302);
    }
}
