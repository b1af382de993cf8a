package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case B05: a unit that is closed leaves no article, outage, report or register entry behind for which nobody answers. */
@ShouwenTest
class KnowledgeHandedOverTest {
    private static final UnitId CLOSING = new UnitId("zzknow");
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser OFFICER = People.person("甲", "zzknow", Role.UNIT_OFFICER, Role.UNIT_DESK);
    private static final CurrentUser LEADER = People.person("乙", "zzknow", Role.UNIT_LEADER);

    @Autowired
    Articles articles;

    @Autowired
    Outages outages;

    @Autowired
    Flaws flaws;

    @Autowired
    Intake intake;

    @Autowired
    Units units;

    @Autowired
    Directory directory;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private HttpResponse<String> close(Map<String, String> more) throws Exception {
        Unit u = directory.unit(CLOSING).orElseThrow();
        Map<String, String> form = new HashMap<>(
                Map.of("name", u.name(), "kind", "BUREAU", "head", "甲", "leaderInCharge", "乙", "desk", "受理处"));
        form.put("version", String.valueOf(u.version()));
        form.putAll(more);
        return ScreenClient.as(port, "admin").post("/admin/units/zzknow", form);
    }

    @Test
    void a_unit_with_articles_outages_reports_and_a_register_closes_only_when_somebody_takes_them() throws Exception {
        clock.set("2026-11-20T10:00");
        units.create(new Unit(CLOSING, "试知识局", UnitKind.BUREAU, "甲", "乙", "受理处", "", true, 0), Actor.SYSTEM);
        ArticleVersion out =
                articles.write(ArticlesTest.content("试件怎么办理", "到窗口办理。").of(CLOSING), OFFICER);
        articles.check(out.id(), LEADER);
        articles.publish(out.id(), People.SUPERVISOR);
        ArticleVersion draft =
                articles.write(ArticlesTest.content("还在写的一条", "待定。").of(CLOSING), OFFICER);
        Flaw flaw = flaws.wrong(out.article(), "窗口搬了", Actor.APPELLANT);
        Instant now = clock.instant();
        Outage outage = outages.announce(CLOSING, "试停供", "抢修中", null, now, now.plus(Duration.ofHours(8)), OFFICER);
        String number = intake.submit(
                        AnAppeal.saying("窗口问过的事").by(Identity.UNNAMED),
                        Origin.of(OFFICER, null),
                        OFFICER.actor(),
                        CLOSING)
                .number();

        var refused = close(Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("知识库里还有 2 条由它负责", "试件怎么办理", "还有 1 条停供通知未结束", "试停供")
                .contains("知识库里还有 1 条反馈等它处理", "首问登记里还有 1 件等待平台处理", number);
        assertThat(close(Map.of("successor", "heating")).statusCode())
                .as("who was asked first is a fact: the desk decides before")
                .isEqualTo(422);
        assertThat(articles.versions(out.article()).getFirst().content().unit())
                .as("nothing was moved")
                .isEqualTo(CLOSING);

        intake.decide(number, new Disposition.Answered("已经答复"), null, People.AGENT, null)
                .orThrow();
        assertThat(close(Map.of("successor", "heating")).statusCode()).isEqualTo(302);
        ArticleVersion moved = articles.versions(out.article()).getFirst();
        assertThat(moved.content()).isEqualTo(out.content().of(HEATING));
        assertThat(moved.state()).isEqualTo(ArticleVersion.State.PUBLISHED);
        assertThat(articles.versions(draft.article()).getFirst().content().unit())
                .isEqualTo(HEATING);
        CurrentUser successor = People.person("丙", "heating", Role.UNIT_LEADER);
        assertThat(flaws.open(successor, null, 200).items())
                .anySatisfy(f -> assertThat(f.id()).isEqualTo(flaw.id()));
        assertThat(outages.withdraw(outage.id(), successor).withdrawn()).isTrue();
        assertThat(articles.review(out.id(), successor).reviewBy()).isAfter(LocalDate.of(2026, 11, 20));
        assertThat(verification.findings())
                .as("each row is as the history has it")
                .isEmpty();
    }
}
