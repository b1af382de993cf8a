package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.knowledge.PublicAnswer;
import org.shouwen.knowledge.PublicAnswerBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered from something other than an article, so that nobody has to write one (Art. 12.1). */
@ShouwenTest
class KnownAnswersTest {
    @Autowired
    Intake intake;

    @Autowired
    UncitedAnswers uncited;

    @Autowired
    Cases cases;

    @Autowired
    Outages outages;

    @Autowired
    OutageCallers callers;

    @Autowired
    PublicAnswerBook published;

    @Autowired
    AnswersUsed used;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private Receipt answered(String words, String phone, String answer) {
        NewAppeal a = AnAppeal.saying(words).kind("consultation").by(Identity.of("何其正", phone, "", null));
        return intake.take(a, new Disposition.Answered(answer), Origin.of(People.AGENT, null), People.AGENT)
                .orThrow();
    }

    private List<String> inVain() {
        uncited.run();
        return jdbc.sql("select words from knowledge.unanswered")
                .query(String.class)
                .list();
    }

    @Test
    void what_was_answered_from_an_outage_was_not_asked_in_vain() {
        Instant now = clock.instant();
        Outage cut = outages.announce(
                new UnitId("heating"),
                "三纬路爆管停热",
                "抢修中",
                null,
                now,
                now.plus(Duration.ofHours(8)),
                People.desk("heating"));
        callers.joinCaller(
                cut.id(), answered("三纬路停热什么时候恢复", "13904151281", cut.told()).number());
        answered("三纬路停热怎么退费", "13904151282", "按天退");
        Case order = cases.aCase(
                        AnAppeal.saying("三纬路停热停到几点").kind("consultation").by(Identity.UNNAMED))
                .dispatchedTo("heating")
                .received();
        callers.joinOrder(cut.id(), order.number());
        order.reported().closed();
        assertThat(inVain()).filteredOn(w -> w.contains("三纬路停热")).containsExactly("三纬路停热怎么退费");
    }

    @Test
    void what_was_answered_from_a_published_answer_was_not_asked_in_vain_unless_it_was_deleted_again() {
        Receipt first = answered("乘车卡丢了怎么补", "13904151284", "带身份证补");
        PublicAnswer card = published.propose(
                first.id(),
                PublicAnswer.Topic.COMMON,
                "老年乘车卡补办",
                "老年乘车卡丢了怎么补",
                "带身份证到公交公司服务窗口补办，当场可取，工本费十五元。",
                null,
                (words, _) -> words,
                People.DISPATCHER);
        published.publish(card.id(), People.SUPERVISOR);
        Map<String, String> answers = Map.of("老年乘车卡遗失补办要多少钱", card.answer(), "老年乘车卡能借给别人吗", "不能，限本人用");
        answers.forEach((asked, answer) -> used.record(
                answered(asked, "13904151285", answer).number(),
                Map.of(card.id(), card.answer()),
                answer,
                clock.instant()));
        assertThat(inVain()).filteredOn(w -> w.contains("老年乘车卡")).containsExactly("老年乘车卡能借给别人吗");
    }
}
