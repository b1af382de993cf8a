package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of what an answer was taken from (Art. 7.1, 12.1). */
@ShouwenTest
class AnswersTakenTest {
    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    ArticlesForTests articles;

    @Autowired
    AnswersUsed used;

    @Autowired
    PublicAnswerBook book;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    @Test
    void each_article_that_still_stands_in_the_answer_is_recorded_and_none_that_was_deleted() throws Exception {
        List<ArticleVersion> taken = new ArrayList<>();
        for (String title : List.of("测温怎么预约", "退费带什么材料", "热力站多久巡查一次")) taken.add(articles.published(title, "详见手册。"));
        ScreenClient.as(port, "agent")
                .post(
                        "/desk/intake",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "kind",
                                "consultation",
                                "content",
                                "请问测温怎么预约，退费带什么材料",
                                "channel",
                                "phone",
                                "outcome",
                                "answered",
                                "answer",
                                "一、拨打营业厅电话预约测温。\n二、退费携带身份证和测温单。",
                                "answerFrom." + taken.get(0).id(),
                                "拨打营业厅电话预约测温",
                                "answerFrom." + taken.get(1).id(),
                                "退费携带身份证和测温单",
                                "answerFrom." + taken.get(2).id(),
                                "热力站每周巡查一次，夜间另有值守"));
        List<String> recorded = jdbc.sql("select appeal from knowledge.answer_used where article in (:taken)")
                .param("taken", taken.stream().map(ArticleVersion::article).toList())
                .query(String.class)
                .list();
        assertThat(recorded).hasSize(2);
        assertThat(used.of(recorded.getFirst()))
                .extracting(AnswersUsed.Used::title)
                .containsExactlyInAnyOrder("测温怎么预约", "退费带什么材料");
    }

    @Test
    void a_published_answer_that_was_taken_is_recorded_and_named_on_the_page_of_the_appeal() throws Exception {
        PublicAnswer p = book.propose(
                UUID.randomUUID(),
                PublicAnswer.Topic.COMMON,
                "暖气费开发票",
                "暖气费电子发票怎么开",
                "在公众号缴费记录里点开发票，电子发票当天发到邮箱。",
                new UnitId("heating"),
                (words, _) -> words,
                People.DISPATCHER);
        book.publish(p.id(), People.SUPERVISOR);
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.post("/desk/intake/answers", Map.of("content", "暖气费电子发票怎么开", "subject", ""))
                        .body())
                .contains("data-from=\"" + p.id() + "\"");
        Map<String, String> call = Map.of(
                "kind",
                "consultation",
                "content",
                "请问暖气费电子发票怎么开",
                "channel",
                "phone",
                "outcome",
                "answered",
                "answerFrom." + p.id(),
                p.answer());
        for (String answer : List.of("在公众号缴费记录里点开发票就行。", "请到营业厅办理")) {
            Map<String, String> send = new HashMap<>(call);
            send.putAll(Map.of("key", UUID.randomUUID().toString(), "answer", answer));
            assertThat(agent.post("/desk/intake", send).statusCode()).isEqualTo(302);
        }
        String number = jdbc.sql("select appeal from knowledge.answer_used where article = :id")
                .param("id", p.id())
                .query(String.class)
                .single();
        assertThat(used.known(number)).isTrue();
        assertThat(used.of(number)).as("no article").isEmpty();
        assertThat(agent.get("/appeals/" + number).body()).contains("/answers/published/" + p.id());
        book.withdraw(p.id(), "办法已变", People.SUPERVISOR);
        assertThat(agent.get("/appeals/" + number).body())
                .contains("暖气费开发票")
                .doesNotContain("/answers/published/" + p.id());
    }
}
