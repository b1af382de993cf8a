package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.jobs.Job;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: reports that were dealt with and gaps that nobody asks for any more keep no words. */
@ShouwenTest
class ForgottenFlawsTest {
    private static final CurrentUser OFFICER = People.person("热力甲", "heating", Role.UNIT_OFFICER);

    @Autowired
    ArticlesForTests articles;

    @Autowired
    Flaws flaws;

    @Autowired
    List<Job> jobs;

    @Autowired
    List<ForgetsAfterDays> afterDays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private void retention() {
        jobs.stream()
                .filter(j -> j.name().equals("retention"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    @Test
    void what_was_dealt_with_loses_its_words_and_open_tasks_keep_theirs() {
        ArticleVersion out = articles.published("供热缴费怎么办", "到营业厅缴费。");
        Flaw done = flaws.wrong(out.article(), "窗口的李某某说不对", Actor.APPELLANT);
        Flaw open = flaws.wrong(out.article(), "缴费时间不对", OFFICER.actor());
        flaws.settle(done.id(), "已与李某某核实", OFFICER);
        jdbc.sql("""
            insert into knowledge.gap (id, words, questions, first_at, last_at) values
                (gen_random_uuid(), '没人再问的', 1, timestamptz '2026-09-30 10:00+08', timestamptz '2026-09-30 10:00+08'),
                (gen_random_uuid(), '后来又问的', 1, timestamptz '2026-09-30 10:00+08', timestamptz '2027-04-30 10:00+08')
            """).update();
        clock.set("2027-03-01T10:00");
        retention();
        assertThat(words()).contains("窗口的李某某说不对");
        clock.set("2027-05-01T10:00");
        retention();
        assertThat(words())
                .doesNotContain("李某某")
                .doesNotContain("没人再问的")
                .contains("缴费时间不对")
                .contains("后来又问的");
        assertThat(flaws.open(OFFICER, null, 10).items()).extracting(Flaw::id).contains(open.id());
        assertThat(afterDays).as("registered").anyMatch(ForgottenFlaws.class::isInstance);
        assertThat(verification.findings()).isEmpty();
    }

    private String words() {
        return jdbc.sql("select row_to_json(f)::text from knowledge.flaw f union all"
                                + " select row_to_json(g)::text from knowledge.gap g")
                        .query(String.class)
                        .list()
                + jdbc.sql("select body from history.entry where subject_kind = 'knowledge_flaw'")
                        .query(String.class)
                        .list()
                        .toString();
    }
}
