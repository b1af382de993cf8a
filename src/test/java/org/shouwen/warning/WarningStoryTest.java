package org.shouwen.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matter that grows is warned of in time; people decide, and what they decide is learned (Art. 2, 19, ruling 16). */
@ShouwenTest
@Basis({Clause.A2, Clause.A19})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarningStoryTest {
    private static final CurrentUser LEADER = People.platform(Role.CITY_LEADER);
    private static final List<String> PLANT = List.of(
            "锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。",
            "锦绣家园业主投诉搅拌站，噪音让人没法睡。",
            "锦绣家园门口搅拌站灰尘大，孩子咳嗽。",
            "搅拌站离锦绣家园只有一百米，噪音灰尘。",
            "锦绣家园附近的搅拌站噪音扰民，夜里施工灰尘大。");
    private static int people = 1000;

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    RiskWatch watch;

    @Autowired
    Warnings warnings;

    @Autowired
    WarningEvidence evidence;

    @Autowired
    Rules rules;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    @Autowired
    MatterMemory memory;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    private Receipt said(String content, String phone) {
        Receipt taken = intake.submit(
                AnAppeal.saying(content).matterClass("water-manhole").place("210603").by(Identity.of("甲某", phone, "", "")),
                Origin.portal(null),
                Actor.APPELLANT);
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        return taken;
    }

    private Receipt somebody(String content) {
        return said(content, "1380011" + people++);
    }

    private List<Warning> waiting(CurrentUser by) {
        return warnings.list(Warnings.Tab.WAITING, by, null, 200).items();
    }

    private List<Warning> waiting(Signal signal) {
        return waiting(People.BUREAU).stream().filter(w -> w.signal() == signal).toList();
    }

    @Test
    @Order(1)
    void a_matter_of_several_people_is_warned_of_before_its_fifth_appeal_and_handed_on_until_it_ends() {
        for (String other : List.of(
                "站前街公交车等了四十分钟，班次太少",
                "锦山大街暖气片冰凉，室温只有十三度",
                "江湾小区幼儿园多收保育费",
                "九道街出租车拒载，司机不打表",
                "花园路学校周末补课收钱",
                "七经街楼道里供热管道漏水",
                "社保卡丢了到哪里补办",
                "公积金贷款额度怎么算",
                "河边有人钓鱼把垃圾扔进水里",
                "医院挂号窗口排队两个小时")) somebody(other);
        assertThat(waiting(Signal.SAME_MATTER)).isEmpty();

        somebody(PLANT.get(0));
        somebody(PLANT.get(1));
        assertThat(waiting(Signal.SAME_MATTER)).isEmpty();
        somebody(PLANT.get(2));
        assertThat(waiting(Signal.SAME_MATTER)).hasSize(1);
        Warning raised = waiting(Signal.SAME_MATTER).getFirst();
        assertThat(raised.number()).matches("2026-\\d{3}");
        assertThat(raised.evidence().seen()).isEqualTo(3);
        assertThat(raised.matterClass()).isEqualTo("water-manhole");
        assertThat(raised.place()).isEqualTo("210603");

        somebody(PLANT.get(3));
        assertThat(waiting(Signal.SAME_MATTER)).hasSize(1);
        Warning grown = warnings.get(raised.number(), People.BUREAU);
        assertThat(grown.count()).isEqualTo(4);

        assertThatThrownBy(() -> warnings.hand(raised.number(), Warning.Handing.To.UNIT, "", "heating", "查", People.BUREAU))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.not-confirmed"));
        assertThatThrownBy(() -> warnings.rule(raised.number(), true, "属实", LEADER))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.person-decides"));
        assertThatThrownBy(() -> warnings.rule(raised.number(), true, " ", People.BUREAU)).isInstanceOf(Refusal.class);

        warnings.rule(raised.number(), true, "四名业主反映同一搅拌站", People.SUPERVISOR);
        assertThatThrownBy(() -> warnings.rule(raised.number(), false, "晚了", People.BUREAU))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.ruled-already"));

        Receipt order = intake.take(
                        AnAppeal.saying(PLANT.get(4))
                                .matterClass("water-manhole")
                                .place("210603")
                                .by(Identity.of("乙某", "13900002222", "", "")),
                        new Disposition.Ordered(null, null, null),
                        Origin.of(People.AGENT, null),
                        People.person("坐席", null, Role.AGENT, Role.DISPATCHER))
                .orThrow();
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        assertThat(warnings.get(raised.number(), People.BUREAU).count()).isEqualTo(5);

        Warning handed = warnings.hand(
                raised.number(), Warning.Handing.To.UNIT, "", "heating", "三日内查明搅拌站手续", People.BUREAU);
        assertThat(handed.state()).isEqualTo(Warning.State.HANDED);
        CurrentUser unitLeader = People.person("热力领导", "heating", Role.UNIT_LEADER);
        assertThat(warnings.get(raised.number(), unitLeader).number()).isEqualTo(raised.number());
        assertThat(evidence.of(handed, unitLeader)).isEmpty();
        assertThatThrownBy(() -> warnings.get(raised.number(), People.person("别人", "water", Role.UNIT_LEADER)))
                .isInstanceOf(NotFound.class);

        assertThatThrownBy(() -> warnings.report(raised.number(), "20200101-000001", "分管市领导", "请批示", 7, People.BUREAU))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.not-of-it"));
        Warning reported =
                warnings.report(raised.number(), order.number(), "分管市领导", "请批示", 7, People.BUREAU);
        assertThat(reported.handing().report()).matches("2026-\\d{4}");

        LocalDate today = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> warnings.watch(raised.number(), today.minusYears(1), People.BUREAU))
                .isInstanceOf(Refusal.class);
        warnings.watch(
                raised.number(),
                clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(14),
                People.BUREAU);
        Warning ended = warnings.end(raised.number(), "搅拌站已停产", People.SUPERVISOR);
        assertThat(ended.state()).isEqualTo(Warning.State.ENDED);
        assertThat(evidence.steps(ended).stream().map(Recorded::type))
                .containsExactly(
                        "Raised", "AppealsJoined", "Confirmed", "AppealsJoined", "Handed", "Handed", "Watched", "Ended");
        assertThat(evidence.of(ended, People.BUREAU)).hasSize(5);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    @Order(2)
    void one_person_many_times_is_warned_of_without_keeping_who_it_is() {
        List<String> numbers = new ArrayList<>();
        for (String what : List.of("电梯坏了三天没有人修", "路灯不亮", "楼道堆满杂物", "广场舞太吵", "快递乱放", "树枝挡住窗户"))
            numbers.add(said("民生小区" + what, "13955556666").number());
        assertThat(waiting(Signal.ONE_PERSON)).hasSize(1);
        Warning w = waiting(Signal.ONE_PERSON).getFirst();
        assertThat(w.count()).isEqualTo(6);
        assertThat(WarningStore.FORMAT.write(w)).doesNotContain("13955556666", "甲某");
    }

    @Test
    @Order(3)
    void a_sensitive_word_is_warned_of_at_once_and_the_list_is_changed_by_two() {
        somebody("我们准备明天去市政府拉横幅");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);
        somebody("再不解决就去拉横幅");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);

        somebody("小区里有人要集体退费");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);
        RuleChange asked = rules.askWord(false, "集体退费", "近期多起", People.BUREAU);
        assertThatThrownBy(() -> rules.rule(asked.id(), true, People.BUREAU))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.second-person"));
        assertThat(rules.current().words()).doesNotContain("集体退费");
        rules.rule(asked.id(), true, People.SUPERVISOR);
        assertThat(rules.current().words()).contains("集体退费");
        somebody("培训班的家长要集体退费");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(2);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    @Order(4)
    void a_dismissal_asks_for_one_more_the_next_time_and_says_so() {
        List<String> first = List.of("新建路早市占道，车开不进去", "新建路早市占了整条路", "新建路早市摊位占道没人管");
        for (String words : first) somebody(words);
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        warnings.rule(w.number(), false, "早市是批准的", People.BUREAU);
        assertThat(rules.taught()).singleElement().satisfies(t -> {
            assertThat(t.signal()).isEqualTo(Signal.SAME_MATTER);
            assertThat(t.now()).isEqualTo(t.least() + t.more());
            assertThat(t.dismissed()).isEqualTo(1);
        });
    }

    @Test
    @Order(5)
    void pages_and_api_show_it_to_those_who_may() throws Exception {
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        Warning w = waiting(Signal.ONE_PERSON).getFirst();
        assertThat(bureau.get("/warnings").body()).contains(w.number(), "一人多诉");
        assertThat(bureau.get("/warnings/" + w.number()).body()).contains("预警 " + w.number(), "涉及的诉求", "确认");
        assertThat(bureau.get("/warning-rules").body()).contains("拉横幅", "集体退费", "多人同诉");
        assertThat(bureau.get("/warnings?tab=OVER").body()).contains("已解除", "已排除");
    }

    @Test
    @Order(6)
    void an_agent_is_told_of_the_warning_while_typing_and_joins_the_caller_with_one_tick() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        List<String> ice = List.of("六道沟广场喷泉结冰摔倒人", "六道沟广场喷泉漏水结冰没人管", "六道沟广场的喷泉结了冰，老人摔倒");
        for (String words : ice) somebody(words);
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        assertThat(w.count()).isEqualTo(3);
        clock.pass(Duration.ofSeconds(11));
        String typed = "六道沟广场喷泉结冰，孩子摔倒了";
        String hints = agent.post("/desk/intake/hints", Map.of("content", typed)).body();
        assertThat(hints).contains("附近另有 3 件", "预警 " + w.number(), "name=\"warning." + w.number() + "\"");
        String kept = agent.post("/desk/intake/hints", Map.of("content", typed, "warning." + w.number(), "on")).body();
        assertThat(kept).contains("checked");
        agent.post(
                "/desk/intake",
                Map.of(
                        "content", "喷泉的事，同上",
                        "kind", "livelihood",
                        "phone", "13811112222",
                        "name", "丙某",
                        "outcome", "answered",
                        "answer", "已登记",
                        "warning." + w.number(), "on"));
        assertThat(warnings.get(w.number(), People.BUREAU).count()).isEqualTo(4);
        assertThat(evidence.of(w, People.BUREAU).getFirst().words().content()).isEqualTo("喷泉的事，同上");
    }

    @Test
    @Order(7)
    void a_person_that_is_forgotten_is_in_no_warning() {
        Receipt taken = intake.take(
                        AnAppeal.saying("六道沟广场喷泉结冰").by(Identity.of("丁某", "13877778888", "", "")),
                        new Disposition.Answered("已铲冰"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow();
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        assertThat(evidence.of(w, People.BUREAU)).extracting(a -> a.number()).contains(taken.number());
        assertThat(memory.holds(taken.id())).isTrue();
        clock.pass(Duration.ofDays(366 * 4));
        retention.run();
        assertThat(evidence.of(w, People.BUREAU)).extracting(a -> a.number()).doesNotContain(taken.number());
        assertThat(memory.holds(taken.id())).isFalse();
        assertThat(jdbc.sql("select count(*) from warning.seen where appeal = :a")
                        .param("a", taken.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }
}
