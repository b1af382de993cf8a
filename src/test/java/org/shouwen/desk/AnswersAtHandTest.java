package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.history.Actor;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.knowledge.Flaws;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers at hand as three people see them: the agent who types, the citizen who looks first, the officer who mends. */
class AnswersAtHandTest extends BrowserTest {
    private static final String TEXT = "供热期内居民卧室、起居室温度不得低于十八摄氏度。低于这个温度的，用户可以要求供热单位上门测温，测温由双方签字确认。"
            + "经测温确实不达标的，自确认之日起按日退还热费，连续三天仍不达标的全额退还当月热费。申请退费带身份证和测温单，到供热单位营业厅办理，"
            + "七个工作日内退到缴费账户。";

    @Autowired
    ArticlesForTests articles;

    @Autowired
    Flaws flaws;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    @Test
    void the_agent_sees_the_answer_while_typing_and_takes_it_with_one_key() {
        ArticleVersion v = articles.published("室温不达标怎么退热费", TEXT);
        articles.untilFound("室温不达标怎么退热费", v);
        Page desk = as("agent");
        desk.navigate("/desk/intake");
        desk.locator("[name=content]").first().fill("我家才十五度，想问室温不达标怎么退热费");
        assertThat(desk.locator("#answers mark").first()).isVisible();
        shot(desk, "knowledge-agent-typing");
        ready(desk).keyboard().press("Alt+y");
        assertThat(desk.locator("[name=answer]").first()).not().hasValue("");
        shot(desk, "knowledge-agent-taken");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_citizen_finds_the_answer_before_asking() {
        ArticleVersion v = articles.published("测温要多久上门", TEXT.replace("怎么", ""));
        articles.untilFound("测温要多久上门", v);
        Page citizen = page(390, 844);
        citizen.navigate("/answers?q=" + ArticlesForTests.encoded("家里冷，测温要多久上门"));
        assertThat(citizen.locator(".kn-answer").first()).isVisible();
        shot(citizen, "knowledge-citizen-found");
        citizen.locator(".kn-answer a").first().click();
        assertThat(citizen.locator("h1")).isVisible();
        shot(citizen, "knowledge-citizen-reads");
        citizen.navigate("/answers/enterprises");
        shot(citizen, "knowledge-citizen-enterprises");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void an_officer_mends_what_was_said_to_be_wrong() {
        ArticleVersion v = articles.published("供热营业厅几点关门", "营业厅工作日十六点三十分关门，周末不营业。");
        flaws.wrong(v.article(), "周末现在也营业了，白跑了一趟", Actor.APPELLANT);
        flaws.wrong(v.article(), "冬天开到十八点", Actor.APPELLANT);
        Page officer = as("heating-officer");
        officer.navigate("/knowledge/" + v.article());
        shot(officer, "knowledge-officer-article");
        officer.navigate("/knowledge");
        shot(officer, "knowledge-officer-list");
        officer.navigate("/knowledge/versions/" + v.id() + "/form?article=" + v.article());
        assertThat(officer.locator(".sw-card").first()).containsText("冬天开到十八点");
        shot(officer, "knowledge-officer-mends");
        assertThat(scriptErrors).isEmpty();
    }
}
