package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.knowledge.Flaws;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
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
    AnswersUsed used;

    @Autowired
    Outages outages;

    @Autowired
    OutageCallers callers;

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
    void of_two_answers_that_were_taken_the_one_that_was_deleted_is_not_recorded() {
        ArticleVersion left = articles.published("阀门井盖归谁管", "供热阀门井盖由供热单位巡查，丢失的两小时内补上。");
        ArticleVersion deleted = articles.published("阀门井盖响怎么办", "车压井盖有响声的，加装橡胶垫圈即可消除。");
        String asked = "阀门井盖归谁管，阀门井盖响怎么办";
        articles.untilFound(asked, left);
        articles.untilFound(asked, deleted);
        Page desk = as("agent");
        desk.navigate("/desk/intake");
        desk.locator("[name=content]").first().fill(asked);
        for (ArticleVersion v : List.of(left, deleted))
            desk.locator("[data-from='" + v.id() + "']").click();
        desk.locator("[name=answer]").fill("阀门井盖由供热单位巡查，丢失的两小时内补上。");
        desk.locator("[name=kind][value=consultation]").check();
        desk.locator("button[value=answered]").click();
        assertThat(desk).hasURL(Pattern.compile(".*/desk/intake/done"));
        assertThat(used.times(left.article())).isOne();
        assertThat(used.times(deleted.article())).isZero();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void whoever_is_told_what_an_outage_says_is_joined_to_it() {
        Outage cut = outages.announce(
                new UnitId("heating"),
                "锦江路抢修停热",
                "今晚恢复",
                new PlaceCode("210603"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(8)),
                People.desk("heating"));
        Page desk = as("agent");
        desk.navigate("/desk/intake");
        desk.locator("[name=content]").first().fill("锦江路抢修停到几点");
        desk.locator("[data-outage='" + cut.id() + "']").click();
        assertThat(desk.locator("[name='outage." + cut.id() + "']")).isChecked();
        assertThat(desk.locator("[name=answer]")).hasValue(cut.told());
        desk.locator("[name=kind][value=consultation]").check();
        desk.locator("button[value=answered]").click();
        assertThat(desk).hasURL(Pattern.compile(".*/desk/intake/done"));
        assertThat(callers.count(cut.id())).isOne();
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
        assertThat(citizen.locator("mark#passage")).isInViewport();
        shot(citizen, "knowledge-citizen-reads");
        citizen.navigate("/answers/enterprises");
        shot(citizen, "knowledge-citizen-enterprises");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_citizen_who_asks_at_once_is_offered_answers_and_outages_beside_the_form() {
        ArticleVersion v = articles.published("暖气片漏水找谁", "暖气片漏水的，先关阀门，再打供热单位电话，两小时内上门。");
        articles.untilFound("暖气片漏水找谁", v);
        outages.announce(
                new UnitId("heating"),
                "管网抢修停热",
                "今晚恢复",
                new PlaceCode("210603"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(8)),
                People.desk("heating"));
        Page citizen = page(390, 844);
        citizen.navigate("/ask/livelihood");
        citizen.locator("[name=content]").fill("家里暖气片漏水找谁");
        assertThat(citizen.locator("#beside a[href*='" + v.article() + "']")).isVisible();
        shot(citizen, "knowledge-citizen-beside");
        citizen.locator("#next").click();
        citizen.locator("[name=place]").selectOption("210603");
        assertThat(citizen.locator("#there")).containsText("管网抢修停热");
        shot(citizen, "knowledge-citizen-outage");
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
