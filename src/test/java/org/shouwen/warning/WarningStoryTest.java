package org.shouwen.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Recorded;
import org.shouwen.identity.Identity;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** A matter that grows is warned of in time; people decide, and what they decide is learned (Art. 2, 19, ruling 16). */
@Basis({Clause.A2, Clause.A19})
class WarningStoryTest extends AWatchedCity {
    private static final CurrentUser LEADER = People.platform(Role.CITY_LEADER);
    private static final List<String> PLANT = List.of(
            "锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。",
            "锦绣家园业主投诉搅拌站，噪音让人没法睡。",
            "锦绣家园门口搅拌站灰尘大，孩子咳嗽。",
            "搅拌站离锦绣家园只有一百米，噪音灰尘。",
            "锦绣家园附近的搅拌站噪音扰民，夜里施工灰尘大。");

    @Test
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

        assertThatThrownBy(() -> warnings.hand(raised.number(), Handing.To.UNIT, "", "heating", "查", People.BUREAU))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.not-confirmed"));
        assertThatThrownBy(() -> warnings.rule(raised.number(), true, "属实", LEADER))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.person-decides"));
        assertThatThrownBy(() -> warnings.rule(raised.number(), true, " ", People.BUREAU))
                .isInstanceOf(Refusal.class);

        warnings.rule(raised.number(), true, "四名业主反映同一搅拌站", People.SUPERVISOR);
        assertThatThrownBy(() -> warnings.rule(raised.number(), false, "晚了", People.BUREAU))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.ruled-already"));

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

        Warning handed = warnings.hand(raised.number(), Handing.To.UNIT, "", "heating", "三日内查明搅拌站手续", People.BUREAU);
        assertThat(handed.state()).isEqualTo(Warning.State.HANDED);
        CurrentUser unitLeader = People.person("热力领导", "heating", Role.UNIT_LEADER);
        assertThat(warnings.get(raised.number(), unitLeader).number()).isEqualTo(raised.number());
        assertThat(evidence.of(handed, unitLeader)).isEmpty();
        assertThatThrownBy(() -> warnings.get(raised.number(), People.person("别人", "water", Role.UNIT_LEADER)))
                .isInstanceOf(NotFound.class);

        assertThatThrownBy(() -> warnings.report(raised.number(), "20200101-000001", "分管市领导", "请批示", 7, People.BUREAU))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.not-of-it"));
        Warning reported = warnings.report(raised.number(), order.number(), "分管市领导", "请批示", 7, People.BUREAU);
        assertThat(Objects.requireNonNull(reported.handing()).report()).matches("2026-\\d{4}");

        LocalDate today = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> warnings.watch(raised.number(), today.minusYears(1), People.BUREAU))
                .isInstanceOf(Refusal.class);
        warnings.watch(
                raised.number(),
                clock.instant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .plusDays(14),
                People.BUREAU);
        Warning ended = warnings.end(raised.number(), "搅拌站已停产", People.SUPERVISOR);
        assertThat(ended.state()).isEqualTo(Warning.State.ENDED);
        assertThat(evidence.steps(ended).stream().map(Recorded::type))
                .containsExactly(
                        "Raised",
                        "AppealsJoined",
                        "Confirmed",
                        "AppealsJoined",
                        "Handed",
                        "Handed",
                        "Watched",
                        "Ended");
        assertThat(evidence.of(ended, People.BUREAU)).hasSize(5);
        assertThat(verification.findings()).isEmpty();
    }
}
