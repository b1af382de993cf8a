package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.directory.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory of convenience enterprises (Art. 4), as it is looked through. */
@ShouwenTest
class EnterprisesTest {
    @LocalServerPort
    int port;

    @Autowired
    Articles articles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    @Test
    void the_directory_finds_by_several_words_in_any_width_and_case_and_says_what_it_leaves_out() throws Exception {
        published("顺达ＬＰＧ管道 改造");
        published("顺达开锁");
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (String q : List.of("管道 顺达", "顺达　lpg", "管道改造 LPG"))
            assertThat(agent.get("/knowledge/enterprises?q=" + ArticlesForTests.encoded(q))
                            .body())
                    .as(q)
                    .contains("顺达ＬＰＧ管道 改造")
                    .contains("顺达ＬＰＧ管道 改造的说明。")
                    .doesNotContain("顺达开锁")
                    .doesNotContain("只列前");
        ScreenClient nobody = ScreenClient.nobody(port);
        assertThat(nobody.get("/answers/enterprises?q=" + ArticlesForTests.encoded("顺达开锁"))
                        .body())
                .contains("执照1号")
                .contains("顺达开锁的说明。");
        jdbc.sql("""
            insert into knowledge.article_version (id, article, version, kind, unit, title, text, source_number,
                source_title, source_clause, place, hours, licence, phone, open, state, review_by, changed_at)
            select gen_random_uuid(), gen_random_uuid(), 1, 'SERVICE', 'market-supervision', '连锁店' || i, '修鞋', '', '', '', '某路', '',
                '', '', true, 'PUBLISHED', '2030-01-01', now() from generate_series(1, 501) i
            """).update();
        for (ScreenClient reader : List.of(agent, nobody))
            assertThat(reader.get((reader == agent ? "/knowledge" : "/answers") + "/enterprises?q="
                                    + ArticlesForTests.encoded("连锁店"))
                            .body())
                    .contains("共 501 家，只列前 500 家");
        jdbc.sql("delete from knowledge.article_version where title like '连锁店%'")
                .update();
    }

    private void published(String title) {
        ArticleVersion draft = articles.write(
                new ArticleContent(
                        ArticleKind.SERVICE,
                        new UnitId("market-supervision"),
                        title,
                        title + "的说明。",
                        ArticleContent.Source.NONE,
                        new ArticleContent.Enterprise("振兴区某路1号", "8:30-17:00", "执照1号", "3125678"),
                        null,
                        null,
                        true),
                People.person("甲", "market-supervision", Role.UNIT_OFFICER));
        articles.check(draft.id(), People.person("乙", "market-supervision", Role.UNIT_LEADER));
        articles.publish(draft.id(), People.SUPERVISOR);
    }
}
