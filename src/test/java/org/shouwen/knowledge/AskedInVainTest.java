package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What citizens and staff look for in vain: kept masked, grouped, and closed with a reason or with its task. */
@ShouwenTest
class AskedInVainTest {
    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private void night() {
        clock.set("2026-11-21T03:00");
        jobs.stream().filter(j -> j.name().equals("knowledge-gaps")).forEach(Job::run);
    }

    private String all() {
        return jdbc.sql("select row_to_json(u)::text from knowledge.unanswered u")
                .query(String.class)
                .list()
                .toString();
    }

    private String gap(String like) {
        return jdbc.sql("select id::text from knowledge.gap where words like :like")
                .param("like", "%" + like + "%")
                .query(String.class)
                .single();
    }

    @Test
    void what_citizens_and_staff_look_for_in_vain_is_kept_masked_and_a_gap_may_be_closed_with_a_reason()
            throws Exception {
        ScreenClient citizen = ScreenClient.as(port, "agent");
        assertThat(citizen.get("/answers?q=" + ArticlesForTests.encoded("冬季取暖补贴标准"))
                        .body())
                .contains("/answers/questions");
        assertThat(citizen.post("/answers/questions", Map.of("q", "我电话13904151296，冬季取暖补贴标准"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/ask/consultation");
        citizen.post("/knowledge/questions", Map.of("q", "冬季取暖补贴标准是多少"));
        citizen.post("/knowledge/questions", Map.of("q", "问"));
        night();
        assertThat(all()).contains("冬季取暖补贴标准").doesNotContain("13904151296").doesNotContain("\"问\"");
        String id = gap("冬季取暖补贴标准");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor.get("/knowledge/gaps/" + id).body())
                .contains("网上查找")
                .contains("工作人员查找");
        assertThat(supervisor
                        .post(
                                "/knowledge/gaps/" + id + "/drafts",
                                Map.of("kind", "PROCEDURE", "title", "补贴", "text", "见公告。", "unit", ""))
                        .statusCode())
                .as("whose article it will be has to be said")
                .isEqualTo(422);
        assertThat(supervisor
                        .post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        supervisor.post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", "标准每年公布，另有专页"));
        assertThat(supervisor.get("/knowledge/gaps").body()).doesNotContain("冬季取暖补贴标准");
    }

    @Test
    void a_task_that_is_settled_on_the_list_closes_its_gap_and_three_more_who_ask_are_a_task_again() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating-officer");
        for (int i = 0; i < 3; i++) heating.post("/knowledge/questions", Map.of("q", "电动三轮车上牌要什么手续"));
        night();
        assertThat(heating.get("/knowledge/gaps").body()).contains("电动三轮车上牌");
        String flaw = jdbc.sql("select flaw::text from knowledge.gap where words like '电动三轮车上牌%'")
                .query(String.class)
                .single();
        assertThat(heating.post("/knowledge/flaws/" + flaw + "/answers", Map.of("answer", "交警的网页上有"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(heating.get("/knowledge/gaps").body()).doesNotContain("电动三轮车上牌");
        for (int i = 0; i < 3; i++) heating.post("/knowledge/questions", Map.of("q", "电动三轮车上牌要什么手续"));
        night();
        assertThat(heating.get("/knowledge/gaps").body()).contains("电动三轮车上牌");
        assertThat(jdbc.sql("select count(distinct flaw) from knowledge.gap where words like '电动三轮车上牌%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    /** Its page may stand open since before, and its address be kept. */
    @Test
    void a_gap_that_is_closed_is_neither_drafted_nor_closed_again() throws Exception {
        ScreenClient.as(port, "agent").post("/knowledge/questions", Map.of("q", "流动摊位怎么申请"));
        night();
        String id = gap("流动摊位");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        supervisor.post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", "城管另有通告"));
        var draft = supervisor.post(
                "/knowledge/gaps/" + id + "/drafts",
                Map.of("kind", "PROCEDURE", "title", "摊位", "text", "见通告。", "unit", "housing"));
        assertThat(draft.statusCode()).isEqualTo(409);
        assertThat(draft.body()).contains("这一条已经处理过了");
        assertThat(supervisor
                        .post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", "再关一次"))
                        .body())
                .contains("这一条已经处理过了");
        assertThat(supervisor.get("/knowledge/gaps/" + id).body())
                .contains("流动摊位")
                .doesNotContain("/form\"")
                .doesNotContain("/dismissals");
        assertThat(jdbc.sql("select count(*) from knowledge.gap where id = cast(:id as uuid) and article is null")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** The task would else be about nothing. */
    @Test
    void what_an_open_task_is_about_stays_until_it_is_settled() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating-officer");
        for (int i = 0; i < 3; i++) heating.post("/knowledge/questions", Map.of("q", "老旧电梯更换怎么出钱"));
        heating.post("/knowledge/questions", Map.of("q", "共享单车停放在哪里"));
        night();
        clock.set("2027-06-21T03:00");
        jobs.stream().filter(j -> j.name().equals("knowledge-gaps")).forEach(Job::run);
        assertThat(gaps("共享单车")).isZero();
        assertThat(all()).contains("老旧电梯").doesNotContain("共享单车");
        String id = gap("老旧电梯");
        clock.set("2027-06-21T10:00");
        ScreenClient.as(port, "supervisor").post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", "住建另有办法"));
        clock.set("2027-06-22T03:00");
        jobs.stream().filter(j -> j.name().equals("knowledge-gaps")).forEach(Job::run);
        assertThat(gaps("老旧电梯")).isZero();
        assertThat(all()).doesNotContain("老旧电梯");
    }

    private long gaps(String like) {
        return jdbc.sql("select count(*) from knowledge.gap where words like :like")
                .param("like", "%" + like + "%")
                .query(Long.class)
                .single();
    }
}
