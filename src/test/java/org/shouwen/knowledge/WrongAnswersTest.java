package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 4: what is wrong with a published answer is somebody's task, and of what no unit has the platform is told. */
@ShouwenTest
class WrongAnswersTest {
    @LocalServerPort
    int port;

    @Autowired
    PublicAnswerBook book;

    @Autowired
    Flaws flaws;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    @Test
    void a_published_answer_that_is_wrong_is_a_task_of_who_answered_until_it_is_withdrawn() throws Exception {
        clock.set("2026-09-30T10:00");
        UUID id = book.propose(
                        UUID.randomUUID(),
                        PublicAnswer.Topic.COMMON,
                        "热费什么时候缴",
                        "热费什么时候缴？",
                        "十月底以前。",
                        new UnitId("heating"),
                        (whole, _) -> whole,
                        People.DISPATCHER)
                .id();
        String at = "/answers/published/" + id;
        ScreenClient citizen = ScreenClient.nobody(port);
        assertThat(citizen.post(at + "/flaws", Map.of("words", "改期了")).statusCode())
                .as("what is not out can not be wrong")
                .isEqualTo(404);
        book.publish(id, People.SUPERVISOR);
        assertThat(citizen.get(at).body()).contains("action=\"" + at + "/flaws\"");
        assertThat(citizen.post(at + "/flaws", Map.of("words", "")).statusCode())
                .isEqualTo(422);
        assertThat(citizen.post(at + "/flaws", Map.of("words", "改为九月底了，13898765432"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(citizen.get(at).body()).contains("谢谢，已转给负责的单位核实");
        ScreenClient agent = ScreenClient.as(port, "agent");
        agent.post(at + "/flaws", Map.of("words", "热费的年份不对"));
        assertThat(flaws.open(People.desk("housing"), null, 10).items())
                .extracting(Flaw::article)
                .doesNotContain(id);
        assertThat(flaws.open(People.desk("heating"), null, 100).items())
                .filteredOn(f -> id.equals(f.article()))
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.due()).isEqualTo("2026-10-10"));
        assertThat(ScreenClient.as(port, "heating-officer").get("/knowledge").body())
                .contains("改为九月底了", "打开公开答复", "href=\"/knowledge/" + id + "\"")
                .doesNotContain("13898765432");
        assertThat(agent.get("/knowledge").body()).contains("热费的年份不对", "href=\"/knowledge/" + id + "\"");

        book.withdraw(id, "缴费改期", People.SUPERVISOR);
        assertThat(flaws.open(People.desk("heating"), null, 100).items())
                .extracting(Flaw::article)
                .doesNotContain(id);
        assertThat(agent.get("/knowledge").body())
                .contains("热费的年份不对", "已撤回：缴费改期")
                .doesNotContain("href=\"/knowledge/" + id + "\"");
        assertThat(verification.findings()).noneMatch(f -> f.contains("flaw"));
    }

    @Test
    void of_what_no_unit_has_the_platform_is_told_and_reminded_once_when_it_is_late() throws Exception {
        clock.set("2027-01-05T10:00");
        Flaw missing = flaws.missing("没有热费退费的流程", People.AGENT.actor());
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(dispatcher.get("/notices").body())
                .contains("知识库：有人提出条目有误或缺少，请处理，时限 01-15 24:00")
                .contains("class=\"sw-bell\"");
        assertThat(ScreenClient.as(port, "agent").get("/notices").statusCode()).isEqualTo(403);
        assertThat(ScreenClient.as(port, "heating").get("/notices").body()).doesNotContain("时限 01-15 24:00");
        clock.set("2027-01-16T08:00");
        for (int i = 0; i < 2; i++)
            jobs.stream().filter(j -> j.name().equals("knowledge-reminders")).forEach(Job::run);
        String told = ScreenClient.as(port, "dispatcher").get("/notices").body();
        assertThat(told.split("逾期未处理，时限 01-15 24:00", -1)).as("once").hasSize(2);
        flaws.settle(missing.id(), "已写成条目", People.SUPERVISOR);
    }
}
