package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.springframework.beans.factory.annotation.Autowired;

/** The same text under several numbers and titles, as it is imported from the offices that passed it on. */
@ShouwenTest
class TwinsTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser OFFICER = People.person("热力甲", "heating", Role.UNIT_OFFICER);
    private static final CurrentUser LEADER = People.person("热力乙", "heating", Role.UNIT_LEADER);

    @Autowired
    Articles articles;

    @Autowired
    AnswerSearch search;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    /** What was imported has no date of its own: the one that came later is the newer. */
    @Test
    void of_articles_with_the_same_text_the_newest_answers_and_says_how_many_more_there_are() {
        String body = "电动汽车充电桩安装由业主向物业提出，物业七个工作日内出具意见，供电企业上门勘查后免费接电，所需材料为身份证件和车位证明。";
        imported("充电桩安装办法", "丹发〔2025〕1号", body, null, true);
        ArticleVersion middle = imported("充电桩安装办法（转发）", "丹发〔2025〕7号", body, null, true);
        ArticleVersion last = imported("充电桩安装须知", "丹发〔2026〕2号", body, null, false);
        ArticleVersion other = imported("充电桩收费", "丹发〔2026〕3号", "小区充电桩安装后的电价执行居民合表电价，每度五角。", null, true);
        ArticlesTest.until(() -> answer("充电桩安装要什么材料", last).isPresent()
                && answer("充电桩安装要什么材料", other).isPresent());
        List<AnswerSearch.Answer> all = search.find("充电桩安装要什么材料", 10);
        assertThat(all.stream().filter(a -> a.version().content().text().contains(body)))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.version()).isEqualTo(last);
                    assertThat(a.twins()).isEqualTo(2);
                    assertThat(a.passage()).contains("身份证件");
                });
        assertThat(answer("充电桩安装要什么材料", other).orElseThrow().passage())
                .as("twins use up nobody's passages")
                .isNotEmpty();
        assertThat(search.findOpen("充电桩安装要什么材料", 10).stream()
                        .filter(a -> a.version().content().text().contains(body)))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.version())
                            .as("what is closed is nobody's twin")
                            .isEqualTo(middle);
                    assertThat(a.twins()).isEqualTo(1);
                });
        ArticleVersion dated = imported("充电桩安装", "丹发〔2026〕8号", body, LocalDate.of(2026, 8, 1), true);
        imported("充电桩安装", "丹发〔2024〕8号", body, LocalDate.of(2024, 8, 1), true);
        ArticlesTest.until(() -> search.find("充电桩安装要什么材料", 10).stream().anyMatch(a -> a.twins() == 4));
        assertThat(answer("充电桩安装要什么材料", dated))
                .as("where both have a date, by it")
                .isPresent();
    }

    private ArticleVersion imported(String title, String number, String body, @Nullable LocalDate date, boolean open) {
        ArticleVersion draft = articles.write(
                new ArticleContent(
                        ArticleKind.POLICY,
                        HEATING,
                        title,
                        title + "\n" + number + "\n" + body,
                        new ArticleContent.Source(number, title, "", date),
                        ArticleContent.Enterprise.NONE,
                        null,
                        null,
                        open),
                OFFICER);
        articles.check(draft.id(), LEADER);
        return articles.publish(draft.id(), People.SUPERVISOR);
    }

    private Optional<AnswerSearch.Answer> answer(String question, ArticleVersion of) {
        return search.find(question, 10).stream()
                .filter(a -> a.version().equals(of))
                .findFirst();
    }

    @Test
    void an_enterprise_or_a_short_text_is_no_twin_of_another_with_the_same_words() {
        ArticleContent one = ArticlesTest.content("振兴区停车收费", "每小时两元。");
        assertThat(Twins.key(one)).isNotEqualTo(Twins.key(ArticlesTest.content("元宝区停车收费", "每小时两元。")));
        assertThat(Twins.key(one)).isEqualTo(Twins.key(ArticlesTest.content("振兴区 停车收费", "每小时两元。 ")));
        String words = "管道疏通、开锁、换锁，全天上门，先报价后干活，节假日不加价。".repeat(3);
        assertThat(Twins.key(ArticlesTest.content("甲", words)))
                .isEqualTo(Twins.key(ArticlesTest.content("乙", "乙\n" + words)));
        ArticleContent heating = ArticlesTest.content("甲", words);
        assertThat(Twins.key(heating))
                .as("another unit's own")
                .isNotEqualTo(Twins.key(new ArticleContent(
                        heating.kind(),
                        new UnitId("zhenxing"),
                        heating.title(),
                        heating.text(),
                        heating.source(),
                        heating.enterprise(),
                        null,
                        null,
                        true)));
        assertThat(Twins.key(enterprise("甲", words))).isNotEqualTo(Twins.key(enterprise("乙", words)));
    }

    private static ArticleContent enterprise(String title, String text) {
        return new ArticleContent(
                ArticleKind.SERVICE,
                HEATING,
                title,
                text,
                ArticleContent.Source.NONE,
                new ArticleContent.Enterprise(title + "路1号", "", "", ""),
                null,
                null,
                true);
    }
}
