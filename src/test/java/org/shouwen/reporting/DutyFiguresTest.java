package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.filing.Register;
import org.shouwen.history.Actor;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.knowledge.Flaws;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of duties and knowledge, from what people do to what the figure says (Art. 4, 15). */
@ShouwenTest
class DutyFiguresTest extends CountedMonth {
    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Register register;

    @Autowired
    Roster roster;

    @Autowired
    Articles articles;

    @Autowired
    AnswerSearch answers;

    @Autowired
    AnswersUsed used;

    @Autowired
    Flaws flaws;

    @Autowired
    JdbcClient jdbc;

    @Test
    void rules_are_filed_by_the_day_they_had_to_be() {
        clock.set("2026-01-10T10:00");
        register.file(
                "首问责任管理办法",
                "客服科",
                "丁一",
                new PaperRef(UUID.randomUUID(), "", "a.pdf", "application/pdf", 1, "00"),
                People.person("丁一", "heating", Role.UNIT_LEADER));
        clock.set("2026-12-01T10:00");
        assertThat(ofUnit("rules-filed", "2026-01")).isEqualTo("1/1");
        assertThat(jdbc.sql(
                                "select count(*) from reporting.fact where counted & (1::bigint << 46) <> 0 and unit = 'heating'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_shift_nobody_came_to_and_upkeep_in_time() {
        clock.set("2028-08-01T10:00");
        Shift came = roster.plan(
                LocalDate.of(2028, 8, 2),
                Shift.Half.MORNING,
                Shift.Purpose.ANSWERING,
                new UnitId("heating"),
                People.BUREAU);
        Shift missed = roster.plan(
                LocalDate.of(2028, 8, 3),
                Shift.Half.MORNING,
                Shift.Purpose.ANSWERING,
                new UnitId("heating"),
                People.BUREAU);
        clock.set("2028-08-04T10:00");
        roster.attended(came.id(), true, People.BUREAU);
        assertThat(ofUnit("roster-kept", "2028-08")).isEqualTo("1/1");
        roster.attended(missed.id(), false, People.BUREAU);
        assertThat(ofUnit("roster-kept", "2028-08")).isEqualTo("1/2");
        roster.attended(missed.id(), true, People.BUREAU);
        assertThat(ofUnit("roster-kept", "2028-08")).as("corrected").isEqualTo("2/2");
    }

    @Test
    void an_article_that_answers_is_counted_for_its_unit_and_one_that_is_wrong_until_it_is_mended() {
        clock.set("2028-10-02T10:00");
        ArticleVersion v = new ArticlesForTests(articles, answers).published("停热几天赔多少", "停热超过三天按日退费。");
        used.record("12345-1", v.article(), 1, clock.instant());
        used.record("12345-1", v.article(), 1, clock.instant());
        assertThat(ofUnit("answers-used", "2028-10")).isEqualTo("1/1");
        var wrong = flaws.wrong(v.article(), "标准变了", Actor.APPELLANT);
        assertThat(ofUnit("articles-mended", "2028-10")).as("still in its term").isEqualTo("0/0");
        flaws.settle(wrong.id(), "已改", People.SUPERVISOR);
        assertThat(ofUnit("articles-mended", "2028-10")).isEqualTo("1/1");
        flaws.wrong(v.article(), "又变了", Actor.APPELLANT);
        clock.set("2028-10-20T10:00");
        assertThat(ofUnit("articles-mended", "2028-10")).as("past its term").isEqualTo("1/2");
    }
}
